import { fakeBrowser } from '../browser.ts';
import { describe, expect, it } from 'vitest';
import { answerSlot, askForRoom, askForSlot, decideRoom, readRoomRequests, readSlots, readStays, revealHostKey } from '../../../lib/background/rooms.ts';
import { NOW, sources } from '../samples.ts';
import { answeringCompanion } from './answering-companion.ts';
import { problem } from './support.ts';

const companion = await answeringCompanion('julie-1');
const { ports } = companion;
const shown = { hostKey: '482913', number: '98765432101', joinLink: 'https://zoom.exemple.test/j/98765432101', passcode: null, until: new Date(NOW).toISOString() };

describe('S1-43 how long each was present', () => {
  it('S1-43 S1-44 S1-46 is asked of the companion at the click, parsed, and kept in no store', async () => {
    const stays = { minutes: [61, 7], reports: 'https://zoom.exemple.test/reports' };
    companion.answer = () => Response.json(stays);
    expect(await readStays(ports, 'iris:105163', sources())).toEqual({ ok: true, stays });
    expect(companion.asked).toEqual([{ method: 'GET', path: '/v1/bookings/iris%3A105163/attendance', body: null }]);
    expect(JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()])).not.toContain('reports');
    companion.answer = () => Response.json({ minutes: [{ name: 'Luc' }], reports: null });
    expect(await readStays(ports, 'iris:105163', sources())).toMatchObject({ ok: false });
  });
});

describe('S1-05 « Révéler la clé d’hôte »', () => {
  const reveal = (despite = false) => revealHostKey(ports, 'iris:105163', despite, sources());

  it('S1-05 hands the key to whoever asked, and keeps it in no store', async () => {
    companion.answer = () => Response.json(shown);
    expect(await reveal()).toEqual({ ok: true, shown });
    expect(companion.asked).toEqual([{ method: 'POST', path: '/v1/bookings/iris%3A105163/host-key', body: { despite: false } }]);
    expect(JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()])).not.toContain('482913');
  });

  it.each([
    [409, 'too_early', 'tooEarly'],
    [409, 'key_shown', 'keyShown'],
    [409, 'slot_over', 'slotOver'],
    [409, 'room_busy', 'roomBusy'],
    [403, 'forbidden', 'notHolder'],
    [404, 'not_found', 'notFound'],
    [502, 'zoom_silent', 'zoomSilent'],
  ])('S1-05 S1-58 says why not: %i %s is « %s »', async (status, code, expected) => {
    companion.answer = () => problem(status, code);
    expect(await reveal(true)).toEqual({ ok: false, code: expected, detail: `Phrase de ${code}.` });
    expect(companion.asked[0]?.body).toEqual({ despite: true });
  });

  it('S1-05 takes nothing for a key that is none', async () => {
    companion.answer = () => Response.json({ ...shown, hostKey: '<b>1</b>' });
    expect(await reveal()).toMatchObject({ ok: false, code: 'notCompanion' });
  });
});

describe('requests of a slot and of a room', () => {
  const at = new Date(NOW).toISOString();
  const slot = { id: 'slot-1', side: 'asked', service: 'shared-room', start: at, end: at, establishment: null, booking: null, requester: 'Julie Gagnon', purpose: 'Assemblée', asked: at, state: 'open', comment: null, answered: null, free: false };
  const room = { id: 'room-1', name: 'Salle', video: false, mute: true, authentication: false, reason: 'Chaque jeudi', requester: { name: 'Julie Gagnon', email: 'julie@exemple.test' }, establishment: null, state: 'open', comment: null, asked: at };

  it('F05 S1-29 S1-35 are read from the companion, parsed, and kept in no store', async () => {
    companion.answer = () => Response.json({ requests: [slot], at });
    expect(await readSlots(ports)).toEqual({ ok: true, slots: [slot] });
    companion.answer = () => Response.json({ requests: [room], at });
    expect(await readRoomRequests(ports)).toEqual({ ok: true, requests: [room] });
    companion.answer = () => Response.json({ requests: [{ ...slot, state: 'perhaps' }], at });
    expect(await readSlots(ports)).toMatchObject({ ok: false, code: 'notCompanion' });
    expect(companion.asked.map(({ path }) => path)).toEqual(['/v1/slot-requests', '/v1/room-requests', '/v1/slot-requests']);
    expect(JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()])).not.toContain('Julie');
  });

  it('F05 S1-29 S1-37 each click goes where it belongs', async () => {
    const wanted = { service: 'shared-room', at, purpose: 'Assemblée', language: 'fr' as const };
    companion.answer = () => Response.json({ id: 'slot-1', start: at, end: at, establishment: null }, { status: 202 });
    expect(await askForSlot(ports, wanted)).toEqual({ ok: true });
    companion.answer = () => Response.json({ ...slot, state: 'kept' });
    expect(await answerSlot(ports, 'slot-1', { answer: 'kept', comment: '' })).toEqual({ ok: true });
    companion.answer = () => Response.json(room, { status: 201 });
    expect(await askForRoom(ports, { name: 'Salle', video: false, mute: true, authentication: false, reason: 'Chaque jeudi', language: 'fr' })).toEqual({ ok: true });
    expect(await decideRoom(ports, 'room-1', { state: 'refused', comment: 'Non' })).toEqual({ ok: true });
    expect(companion.asked.map(({ path, body }) => [path, body])).toMatchObject([
      ['/v1/slot-requests', wanted], ['/v1/slot-requests/slot-1/answer', { answer: 'kept' }], ['/v1/room-requests', { name: 'Salle' }], ['/v1/room-requests/room-1/decision', { state: 'refused' }],
    ]);
  });

  it.each([[409, 'already_asked', 'alreadyAsked'], [422, 'own_slot', 'ownSlot'], [422, 'no_holder_address', 'noHolderAddress'], [422, 'no_address', 'noEmail'], [409, 'slot_closed', 'slotClosed'], [409, 'decided', 'decided']])('F05 S1-37 say why not: %i %s is « %s »', async (status, code, expected) => {
    companion.answer = () => problem(status, code);
    expect(await askForSlot(ports, { service: 'shared-room', at, purpose: 'x', language: 'fr' })).toMatchObject({ ok: false, code: expected });
  });
});
