import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { licenceFields, november, openPortal, signedIn } from './testing.ts';
import { textOf } from './visitor.ts';

const save = '/reservations/enregistrer';

describe('a booking, from the form to the decision', () => {
  it('S0-14 and S0-22: a representative books, the approver approves, the page says so', async () => {
    const portal = await openPortal();
    const julie = await signedIn(portal);
    await julie.get('/reservations/nouvelle');
    const saved = await julie.post(save, licenceFields);
    const [booking] = portal.bookings();
    expect(textOf(saved.document.querySelector('[role=status]'))).toBe(`La réservation n° ${booking?.number} a été enregistrée.`);
    expect(booking).toMatchObject({ status: 'pending', title: 'Forum des cadres', start: november(24, '10:00'), end: november(24, '11:30'), establishmentId: 'cisss-cote-nord', comments: 'Environ 900 participants.' });

    const page = `/reservations/${booking?.number}`;
    expect((await julie.get(page)).text).not.toContain('>Approuver<');
    const marc = await signedIn(portal, 'approbateur');
    const { document } = await marc.get(page);
    const form = document.querySelector('form.decision');
    expect([...(form?.querySelectorAll('button') ?? [])].map(textOf)).toEqual(['Approuver', 'Rejeter']);
    const hidden = Object.fromEntries([...(form?.querySelectorAll('input[type=hidden]') ?? [])].map((one) => [one.getAttribute('name'), one.getAttribute('value')]));
    expect(Object.keys(hidden)).toEqual(['jeton', 'numero', 'version']);
    const approved = await marc.post(`${page}/decision`, { ...hidden, decision: 'approuver' });
    expect(textOf(approved.document.querySelector('[role=status]'))).toContain('a été approuvée');
    expect(booking?.status).toBe('approved');
    const again = await marc.post(`${page}/decision`, { ...hidden, decision: 'rejeter' });
    expect(again.status).toBe(400);
    expect(booking?.status).toBe('approved');
  });

  it('lets only the approver of the resource decide', async () => {
    const portal = await openPortal();
    const { number } = portal.addBooking({ start: november(24, '10:00'), end: november(24, '11:00') });
    const julie = await signedIn(portal);
    await julie.get('/reservations/nouvelle');
    expect((await julie.post(`/reservations/${number}/decision`, { version: '1', decision: 'approuver' })).status).toBe(403);
    expect(portal.find(number)?.status).toBe('pending');
  });

  it.each([
    ['a title', { titre: ' ' }, 'Veuillez inscrire le titre de la rencontre.'],
    ['a resource', { ressource: '' }, 'Veuillez choisir une ressource.'],
    ['an end after the start', { fin: '09:00' }, 'L’heure de fin doit être après l’heure de début.'],
    ['a real date', { date: '2026-02-30' }, 'La date ou l’heure est invalide.'],
  ])('asks for %s and keeps what was typed', async (_, wrong, message) => {
    const portal = await openPortal();
    const visitor = await signedIn(portal);
    await visitor.get('/reservations/nouvelle');
    const page = await visitor.post(save, { ...licenceFields, ...wrong });
    expect(page.status).toBe(400);
    expect(textOf(page.document.querySelector('[role=alert]'))).toBe(message);
    expect(page.document.querySelector('#commentaires')?.textContent).toBe('Environ 900 participants.');
    expect(portal.bookings()).toEqual([]);
  });

  it('takes an overlap as « À approuver »: the decision is the approver’s', async () => {
    const portal = await openPortal();
    portal.addBooking({ author: 'representant2', start: november(24, '10:30'), end: november(24, '12:00'), status: 'approved' });
    const visitor = await signedIn(portal);
    await visitor.get('/reservations/nouvelle');
    await visitor.post(save, licenceFields);
    expect(portal.bookings().map((one) => one.status)).toEqual(['approved', 'pending']);
  });

  it('shows free text as text, never as HTML', async () => {
    const portal = await openPortal();
    const comments = '<script>alert(1)</script>\n« 5 000 » & plus';
    const { number } = portal.addBooking({ comments, start: november(24, '10:00'), end: november(24, '11:00') });
    const { document, text } = await (await signedIn(portal)).get(`/reservations/${number}`);
    expect(document.querySelector('.texte')?.textContent).toBe(comments);
    expect(text).not.toContain('<script>alert');
  });

  it('changes a booking, which goes back to the approver', async () => {
    const portal = await openPortal();
    const booking = portal.addBooking({ title: 'Forum', start: november(24, '10:00'), end: november(24, '11:00'), status: 'approved' });
    const visitor = await signedIn(portal);
    const form = await visitor.get(`/reservations/${booking.number}/modifier`);
    expect(textOf(form.document.querySelector('h1'))).toBe(`Modifier n° ${booking.number}`);
    expect(form.document.querySelector('#titre')?.getAttribute('value')).toBe('Forum');
    await visitor.post(save, { ...licenceFields, numero: booking.number, titre: 'Forum élargi' });
    expect(portal.bookings()).toHaveLength(1);
    expect(booking).toMatchObject({ title: 'Forum élargi', status: 'pending', end: november(24, '11:30') });
    const other = await signedIn(portal, 'representant2');
    expect((await other.get(`/reservations/${booking.number}/modifier`)).status).toBe(403);
  });

  it('asks one of the four reasons before it cancels', async () => {
    const portal = await openPortal();
    const booking = portal.addBooking({ start: november(24, '10:00'), end: november(24, '11:00') });
    const visitor = await signedIn(portal);
    const path = `/reservations/${booking.number}/supprimer`;
    const { document } = await visitor.get(path);
    expect([...document.querySelectorAll('.rang')].map(textOf)).toEqual(['Rencontre annulée', 'Rencontre replanifiée', 'Participant(s) non présent(s)', 'Problème technique (non résolu)']);
    expect((await visitor.post(path, {})).status).toBe(400);
    expect(booking.status).toBe('pending');
    const page = await visitor.post(path, { raison: '1' });
    expect(booking).toMatchObject({ status: 'cancelled', reason: 'Rencontre replanifiée' });
    expect(textOf(page.document.querySelector('.consultation'))).toContain('Rencontre replanifiée');
  });

  it('sends its own mails to the author, from an address that is not the companion’s', async () => {
    const mails: string[] = [];
    const box = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          mails.push(Buffer.concat(parts).toString());
          done();
        });
      },
    });
    await new Promise<void>((resolve) => void box.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => box.close(() => resolve())));
    const portal = await openPortal({ mailbox: { host: '127.0.0.1', port: (box.server.address() as AddressInfo).port } });
    const visitor = await signedIn(portal);
    await visitor.get('/reservations/nouvelle');
    await visitor.post(save, licenceFields);
    const [booking] = portal.bookings();
    const marc = await signedIn(portal, 'approbateur');
    await marc.get(`/reservations/${booking?.number}`);
    await marc.post(`/reservations/${booking?.number}/decision`, { version: '1', decision: 'approuver' });
    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail).toMatch(/^From: [^<]*<ne-pas-repondre@iris\.exemple\.test>\r$/mu);
      expect(mail).toMatch(/^To: Julie Gagnon <julie\.gagnon@exemple\.test>\r$/mu);
    }
  });
});
