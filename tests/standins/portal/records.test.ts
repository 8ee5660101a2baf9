import { describe, expect, it } from 'vitest';
import { makeCertificate } from '../../setup/certificate.ts';
import { request } from 'node:https';
import { createStore } from './data/store.ts';
import { generateBookings } from './data/generate.ts';
import { LICENCE, resources } from './data/resources.ts';
import { addMonths, toInstant, toLocal } from './data/time.ts';
import { licenceFields, NOW, openPortal, signedIn } from './testing.ts';

const bodies = async (seed: number): Promise<string[]> => {
  const portal = await openPortal({ seed });
  const visitor = await signedIn(portal);
  await visitor.get('/reservations/nouvelle');
  await visitor.post('/reservations/enregistrer', licenceFields);
  return portal.requests().filter((one) => one.method === 'POST').map((one) => new TextDecoder().decode(one.body));
};

describe('what the stand-in remembers of its visitors', () => {
  it('keeps each request: method, path with query, headers as sent, body byte for byte', async () => {
    const portal = await openPortal();
    const visitor = await signedIn(portal);
    await visitor.get('/reservations/nouvelle?date=2026-11-24');
    portal.forgetRequests();
    await visitor.post('/reservations/enregistrer', { ...licenceFields, titre: 'Éthique & « soin »' });
    const [first] = portal.requests();
    expect(first).toMatchObject({ method: 'POST', path: '/reservations/enregistrer' });
    expect(new TextDecoder().decode(first?.body)).toContain('titre=%C3%89thique+%26+%C2%AB+soin+%C2%BB&');
    expect(first?.rawHeaders.length).toBe(2 * Object.keys(first?.headers ?? {}).length);
    expect(first?.headers['referer']).toBe(`${portal.url}/reservations/nouvelle?date=2026-11-24`);
  });

  it('makes the same tokens from the same seed, so that bodies of two runs can be compared', async () => {
    expect(await bodies(5)).toEqual(await bodies(5));
    expect(await bodies(5)).not.toEqual(await bodies(6));
  });

  it('answers trouble as often as it was told, then works again', async () => {
    const portal = await openPortal();
    const visitor = await signedIn(portal);
    await visitor.get('/reservations/nouvelle');
    portal.failNext(503);
    expect((await visitor.post('/reservations/enregistrer', licenceFields)).status).toBe(503);
    expect(portal.bookings()).toHaveLength(0);
    await visitor.post('/reservations/enregistrer', licenceFields);
    expect(portal.bookings()).toHaveLength(1);
  });

  it('refuses a body that is not JSON with 400 and goes on', async () => {
    const portal = await openPortal();
    const answer = await fetch(`${portal.url}/api/connexion`, { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(400);
  });

  it('speaks HTTPS with a certificate, and then marks its cookie Secure', async () => {
    const { key, cert } = await makeCertificate('www.irisreservation.ca');
    const portal = await openPortal({ tls: { key, cert } });
    const cookie = await new Promise<string | undefined>((resolve, reject) => {
      request({ port: portal.port, host: '127.0.0.1', servername: 'www.irisreservation.ca', ca: cert, path: '/connexion', headers: { host: 'www.irisreservation.ca' } }, (response) => {
        response.resume();
        resolve(response.headers['set-cookie']?.[0]);
      }).on('error', reject).end();
    });
    expect(cookie).toContain('; Secure; SameSite=Lax');
  });
});

describe('the generator', () => {
  it('makes the same year from the same seed, on every resource, for all nine establishments', () => {
    const [first, second, other] = [1, 1, 2].map((seed) => {
      const store = createStore();
      generateBookings(store, 'year', seed, NOW);
      return store.all();
    });
    expect(first).toEqual(second);
    expect(first).not.toEqual(other);
    expect(new Set(first?.flatMap((one) => one.resources)).size).toBe(resources.length);
    expect(new Set(first?.map((one) => one.establishmentId)).size).toBe(9);
    const licence = first?.filter((one) => one.resources.includes(LICENCE)) ?? [];
    expect(new Set(licence.map((one) => one.status))).toEqual(new Set(['approved', 'cancelled', 'rejected', 'pending']));
    expect(licence.filter((one) => one.comments.startsWith('[Passerelle')).length).toBeGreaterThan(licence.length / 2);
    const days = (first ?? []).map((one) => toLocal(one.start).date).sort();
    expect(Date.parse(days.at(-1) ?? '') - Date.parse(days[0] ?? '')).toBeGreaterThan(355 * 86_400_000);
  });

  it('leaves nothing of the licence « À approuver » in the sample, so that a demo starts from zero', () => {
    const store = createStore();
    generateBookings(store, 'sample', 1, NOW);
    expect(store.all().filter((one) => one.resources.includes(LICENCE) && one.status === 'pending')).toEqual([]);
    expect(store.all().filter((one) => one.resources.includes(LICENCE)).length).toBeGreaterThan(3);
  });

  it('reads and writes Toronto’s clock across both changes', () => {
    expect(new Date(toInstant('2026-10-31', 600)).toISOString()).toBe('2026-10-31T14:00:00.000Z');
    expect(new Date(toInstant('2026-11-02', 600)).toISOString()).toBe('2026-11-02T15:00:00.000Z');
    expect(new Date(toInstant('2027-03-14', 1440)).toISOString()).toBe('2027-03-15T04:00:00.000Z');
    expect(toLocal(Date.parse('2026-11-01T06:30:00Z'))).toEqual({ date: '2026-11-01', minutes: 90 });
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  });
});
