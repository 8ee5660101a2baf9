import { fakeBrowser, resetBrowser } from '../../lib/browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presets } from '../../../lib/services/presets.ts';
import { sharedRoom } from '../../../lib/services/sharedRoom.ts';
import type { BookingOfLedger } from '../../../lib/contract/answer.ts';
import { booking, conference, HOUR, NOW, ofLedger, representative, settings } from '../../lib/samples.ts';
import { actions, buttons, clean, draw, items, press, textOf } from './draw.tsx';
import { ledgerOf, readings } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

const MINUTE = 60_000;
const julie = settings({ person: representative, cards: [...presets] });
const slot = (start = NOW + 10 * MINUTE) => booking({ serviceId: 'shared-room', resource: 'Salle Zoom Opteos', status: 'approved', start, end: start + HOUR });
const room = { ...conference, kind: 'permanent' as const, passcode: null, joinLink: 'https://compagnon.exemple.test/r/abcdefghijklmnop', stableLink: 'https://compagnon.exemple.test/r/abcdefghijklmnop' };
const held = (change: Partial<BookingOfLedger> = {}, from = slot()) => ofLedger({ serviceId: 'shared-room', state: 'scheduled', conference: room, ...change }, from);
const question = sharedRoom.checklist[2] as string;
const answered = (answer?: 'no') => ({ 'iris:105163': { end: NOW + 2 * HOUR, ticks: { [question]: { at: NOW, initials: 'JG', ...(answer && { answer }) } } } });
const show = (change: Parameters<typeof draw>[0] = {}) => draw({ settings: julie, readings: {}, ledger: ledgerOf(held()), checklists: answered(), ...change });
const box = (popup: Element) => popup.querySelector('.pa-popup-host-key');
const reveal = (popup: Element) => buttons(popup, /^Révéler la clé d’hôte/u)[0];
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
const shown = { hostKey: '482913', number: '98765432101', joinLink: 'https://zoom.exemple.test/j/98765432101?pwd=secret', passcode: 'RoomCode', until: new Date(NOW + 70 * MINUTE).toISOString() };

describe('the host key of the shared room', () => {
  it('S1-05 S1-07 is revealed at a click, in digits and in words, and no store ever has it', async () => {
    actions.revealKey.mockResolvedValueOnce({ ok: true, shown });
    const popup = show();
    expect(textOf(box(popup))).toContain('Chaque révélation est notée, avec l’heure');
    press(reveal(popup));
    await settle();
    expect(actions.revealKey.mock.calls[0]?.slice(1)).toEqual([false]);
    const text = textOf(box(popup));
    for (const part of ['Votre clé d’hôte : 482 913', 'quatre, huit, deux, neuf, un, trois', 'jusqu’à 11 h 10', 'n’est gardée nulle part', '987 6543 2101', 'RoomCode', 'Revendiquer le rôle d’hôte']) expect(text).toContain(part);
    expect(box(popup)?.querySelector('[role=status]')).not.toBeNull();
    expect(JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()])).not.toMatch(/482913|482 913/u);
    press(buttons(popup, /Copier la clé/u)[0]);
    expect(actions.copyText.mock.calls[0]?.[0]).toBe('482913');
  });

  it('S1-05 says from when it can be revealed, fifteen minutes before and not sooner', () => {
    const later = slot(NOW + 15 * MINUTE + 1);
    const popup = show({ ledger: ledgerOf(held({}, later)) });
    expect(textOf(box(popup))).toContain('se révèle ici à 10 h 00, quinze minutes avant');
    expect(reveal(popup)).toBeUndefined();
    clean();
    expect(reveal(show({ ledger: ledgerOf(held({}, slot(NOW + 15 * MINUTE))) }))).toBeDefined();
  });

  it.each([
    ['keyShown', 'a déjà été révélée'], ['tooEarly', 'il est trop tôt'], ['slotOver', 'ce créneau est terminé'], ['notHolder', 'ce créneau n’est pas le vôtre'], ['zoomSilent', 'Zoom ne répond pas'], ['silent', 'Passerelle ne répond pas'],
  ] as const)('S1-05 says why not: %s', async (code, words) => {
    actions.revealKey.mockResolvedValueOnce({ ok: false, code, detail: 'Phrase du compagnon.' });
    const popup = show();
    press(reveal(popup));
    await settle();
    const alert = textOf(popup.querySelector('[role=alert]'));
    for (const part of ['La clé d’hôte n’a pas été révélée', words, 'Phrase du compagnon.']) expect(alert).toContain(part);
  });

  it('S1-05 says when it was revealed, and offers it again once the CCT allows it', () => {
    const at = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();
    const steps = [{ what: 'hostKeyShown', at: at(4), detail: null }];
    const popup = show({ ledger: ledgerOf(held({ steps })) });
    expect(textOf(box(popup))).toContain('a été révélée à 09 h 56');
    expect(textOf(popup.querySelector('.pa-popup-steps'))).toContain('Clé d’hôte révélée');
    expect(reveal(popup)).toBeUndefined();
    clean();
    expect(reveal(show({ ledger: ledgerOf(held({ steps: [...steps, { what: 'hostKeyReopened', at: at(1), detail: null }] })) }))).toBeDefined();
  });

  it('S1-58 lets the holder go on, having read whose meeting is on, from the slot’s start only', async () => {
    actions.revealKey.mockResolvedValue({ ok: false, code: 'roomBusy', detail: 'Une autre rencontre est en cours : CISSS des Îles.' });
    const popup = show();
    press(reveal(popup));
    await settle();
    expect(textOf(popup.querySelector('[role=alert]'))).toContain('CISSS des Îles');
    expect(buttons(popup, /Je l’ai lu/u)).toEqual([]);
    draw({ settings: julie, readings: {}, ledger: ledgerOf(held()), checklists: answered(), now: NOW + 10 * MINUTE });
    press(buttons(popup, /Je l’ai lu/u)[0]);
    await settle();
    expect(actions.revealKey.mock.calls.at(-1)?.slice(1)).toEqual([true]);
  });

  it('S1-05 S1-52 is for the holder: an approver is told so, and other services show nothing of it', () => {
    const approver = draw({ settings: settings({ cards: [...presets] }), readings: readings(slot()), ledger: ledgerOf(held()) }, { tab: 'planned' });
    expect(textOf(box(approver))).toContain('seulement à la personne qui tient le créneau');
    expect(reveal(approver)).toBeUndefined();
    clean();
    const other = booking({ status: 'approved', start: NOW + 10 * MINUTE, end: NOW + HOUR });
    expect(box(draw({ settings: julie, readings: {}, ledger: ledgerOf(ofLedger({ state: 'scheduled', conference }, other)) }))).toBeNull();
  });
});

describe('the question of the waiting room', () => {
  const radios = (popup: Element) => [...popup.querySelectorAll<HTMLInputElement>('.pa-popup-question input')];

  it('S1-34 S1-08 must be answered before the key is revealed', () => {
    const popup = show({ checklists: {} });
    expect(textOf(popup.querySelector('.pa-popup-question'))).toContain('Activerez-vous la salle d’attente dès que vous serez hôte ?');
    expect(textOf(box(popup))).toContain('Répondez d’abord');
    press(reveal(popup));
    expect(actions.revealKey).not.toHaveBeenCalled();
    press(radios(popup)[0]);
    expect(actions.tick.mock.calls[0]?.slice(1)).toEqual([question, { at: NOW, initials: 'JG' }]);
  });

  it.each([[undefined, 'attendra que vous l’admettiez', '1 sur 4'], ['no', 'Quiconque a le lien entrera sans être admis', '0 sur 4']] as const)('S1-34 says what follows from the answer %s, and lets go on', (answer, words, done) => {
    const popup = show({ checklists: answered(answer) });
    const text = textOf(popup.querySelector('.pa-popup-question'));
    expect(text).toContain(words);
    expect(textOf(popup.querySelector('.pa-popup-checklist h4'))).toContain(done);
    expect(radios(popup).map(({ checked }) => checked)).toEqual([answer === undefined, answer === 'no']);
    expect(reveal(popup)?.getAttribute('aria-disabled')).toBeNull();
  });

  it('S1-34 is asked of whoever opens the room, and stands on the CCT’s run sheet as a line like the others', () => {
    const popup = draw({ settings: settings({ cards: [...presets] }), readings: readings(slot()), ledger: ledgerOf(held()) }, { tab: 'today' });
    expect(textOf(popup.querySelector('.pa-popup-checklist'))).toContain('Activez la salle d’attente');
    expect(popup.querySelector('.pa-popup-question')).toBeNull();
    expect(popup.querySelectorAll('.pa-popup-check input[type=checkbox]')).toHaveLength(4);
  });

  it('S1-34 holds back « Démarrer » of a card that the CCT opens, until it is answered', () => {
    const card = { ...sharedRoom, secret: 'never' as const, checklist: ['Ouvrir'], rules: { ...sharedRoom.rules, kind: 'meeting' as const, startMode: 'host' as const } };
    const host = settings({ person: { name: 'Élodie Caron', email: null, role: 'host', establishmentId: null }, cards: [card] });
    const popup = draw({ settings: host, readings: readings(slot()), ledger: ledgerOf(held({ conference })) });
    expect(textOf(items(popup)[0])).toContain('Répondez d’abord à la question de la salle d’attente');
    press(buttons(popup, /^Démarrer la rencontre/u)[0]);
    expect(actions.start).not.toHaveBeenCalled();
    clean();
    const ready = draw({ settings: host, readings: readings(slot()), ledger: ledgerOf(held({ conference })), checklists: { 'iris:105163': { end: NOW + HOUR, ticks: { waitingRoomThen: { at: NOW, initials: 'ÉC' } } } } });
    press(buttons(ready, /^Démarrer la rencontre/u)[0]);
    expect(actions.start).toHaveBeenCalledTimes(1);
  });
});
