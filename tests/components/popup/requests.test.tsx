import { resetBrowser } from '../../lib/browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoomRequestEntry, SlotRequestEntry } from '../../../lib/contract/rooms.ts';
import { presets } from '../../../lib/services/presets.ts';
import { typedStore } from '../../../lib/state/typed-store.ts';
import { booking, DAY, HOUR, NOW, representative, settings } from '../../lib/samples.ts';
import { actions, buttons, clean, draw, press, textOf } from './draw.tsx';
import { readings } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

const iso = (instant: number): string => new Date(instant).toISOString();
const julie = settings({ person: representative, cards: [...presets] });
const cct = settings({ cards: [...presets] });
const others = booking({
  number: '9', serviceId: 'shared-room', status: 'approved', title: 'Comité de sélection', start: NOW + DAY, end: NOW + DAY + HOUR,
  establishment: 'CISSS des Îles', establishmentId: 'cisss-iles', requester: { name: 'Luc Roy', email: 'luc.roy@exemple.test' },
});
const slot = (change: Partial<SlotRequestEntry> = {}): SlotRequestEntry => ({
  id: 'slot-1', side: 'asked', service: 'shared-room', start: iso(NOW + DAY), end: iso(NOW + DAY + HOUR), establishment: { id: 'cisss-iles', name: 'CISSS des Îles' }, booking: null,
  requester: 'Julie Gagnon', purpose: 'Assemblée annuelle', asked: iso(NOW - HOUR), state: 'open', comment: null, answered: null, free: false, ...change,
});
const request = (change: Partial<RoomRequestEntry> = {}): RoomRequestEntry => ({
  id: 'room-1', name: 'Salle des formateurs', video: false, mute: true, authentication: true, reason: 'Chaque jeudi', requester: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' },
  establishment: null, state: 'open', comment: null, asked: iso(NOW - HOUR), ...change,
});

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
async function show(change: Parameters<typeof draw>[0] = {}): Promise<HTMLElement> {
  const popup = draw({ settings: julie, ...change });
  await settle();
  return popup;
}
const fieldOf = (popup: Element, label: RegExp): HTMLInputElement => {
  const found = [...popup.querySelectorAll('label')].find((one) => label.test(textOf(one)));
  return popup.querySelector<HTMLInputElement>(`[id="${found?.getAttribute('for') ?? ''}"]`) as HTMLInputElement;
};
const type = (popup: Element, label: RegExp, value: string): void =>
  void act(() => {
    const field = fieldOf(popup, label);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const click = async (popup: Element, name: RegExp): Promise<void> => {
  press(buttons(popup, name)[0]);
  await settle();
};

describe('« Demander ce créneau »', () => {
  it('S1-29 S1-28 F05 is offered for what others hold, by establishment and hour, and says neither whose nor what for', async () => {
    const popup = await show({ readings: readings(others) });
    const text = textOf(popup.querySelector('.pa-popup-slots'));
    expect(text).toContain('1 créneau tenu par un autre établissement');
    expect(text).toContain('Tenu par CISSS des Îles');
    expect(textOf(popup)).not.toMatch(/Luc Roy|Comité/u);
  });

  it('S2-17 shows a confidential meeting to other establishments as taken hours only', async () => {
    expect(textOf(await show({ readings: readings(others) }))).not.toMatch(/Comité de sélection|luc\.roy/u);
  });

  it('S1-29 F05 asks for a reason, sends it with the slot, and waits for the answer', async () => {
    const popup = await show({ readings: readings(others) });
    await click(popup, /^Demander ce créneau : mardi/u);
    await click(popup, /^Envoyer la demande$/u);
    expect(textOf(popup.querySelector('.pa-popup-ask'))).toContain('Inscrivez pourquoi');
    expect(actions.askSlot).not.toHaveBeenCalled();
    type(popup, /Pourquoi vous en avez besoin/u, ' Assemblée annuelle ');
    actions.readSlots.mockResolvedValueOnce({ ok: true, slots: [slot()] } as never);
    await click(popup, /^Envoyer la demande$/u);
    expect(actions.askSlot.mock.calls).toEqual([[{ service: 'shared-room', at: iso(NOW + DAY), purpose: 'Assemblée annuelle', language: 'fr' }]]);
    expect(actions.announce.mock.calls[0]?.[0]).toContain('La demande est partie');
    expect(textOf(popup.querySelector('.pa-popup-slots'))).toMatch(/Créneaux demandés.*Réponse attendue.*Vous l’avez demandé à 09 h 00/u);
    expect(buttons(popup, /^Demander ce créneau/u)).toEqual([]);
  });

  it.each([['alreadyAsked', 'déjà été demandé aujourd’hui'], ['noHolderAddress', 'n’a pas de courriel connu'], ['notFound', 'ne connaît pas'], ['ownSlot', 'le vôtre']] as const)('S1-29 F05 says why not: %s', async (code, words) => {
    actions.askSlot.mockResolvedValueOnce({ ok: false, code, detail: null } as never);
    const popup = await show({ readings: readings(others) });
    await click(popup, /^Demander ce créneau/u);
    type(popup, /Pourquoi/u, 'Assemblée');
    await click(popup, /^Envoyer la demande$/u);
    expect(textOf(popup.querySelector('[role=alert]'))).toContain(words);
  });

  it.each([
    [{ state: 'kept', answered: iso(NOW) }, /Gardé.*Réponse donnée à 10 h 00/u],
    [{ state: 'ceded', answered: iso(NOW), comment: 'Nous passons à mardi.' }, /Cédé.*Nous passons à mardi\. ?La personne qui le tient doit encore annuler/u],
    [{ state: 'ceded', answered: iso(NOW), free: true }, /Le créneau est libre : réservez-le/u],
    [{ state: 'closed' }, /Sans réponse/u],
  ] as const)('F05 tells whoever asked where it stands: %j', async (change, words) => {
    actions.readSlots.mockResolvedValueOnce({ ok: true, slots: [slot(change)] } as never);
    expect(textOf((await show()).querySelector('.pa-popup-slots'))).toMatch(words);
  });

  it.each([['kept', /^Garder le créneau du/u, 'Vous gardez'], ['ceded', /^Céder le créneau du/u, 'Il vous reste à annuler']] as const)('F05 is answered by the holder with words: %s', async (answer, button, said) => {
    actions.readSlots.mockResolvedValueOnce({ ok: true, slots: [slot({ side: 'received', requester: 'Luc Roy', booking: 'iris:7' })] } as never);
    const popup = await show();
    const text = textOf(popup.querySelector('.pa-notice'));
    for (const part of ['Luc Roy demande votre créneau', 'Salle Zoom Opteos', 'Pourquoi : Assemblée annuelle', 'Rien ne vous oblige à accepter']) expect(textOf(popup)).toContain(part);
    expect(text).not.toBe('');
    type(popup, /Un mot avec la réponse/u, 'Avec plaisir');
    await click(popup, button);
    expect(actions.answerSlot.mock.calls).toEqual([['slot-1', { answer, comment: 'Avec plaisir' }]]);
    expect(actions.announce.mock.calls[0]?.[0]).toContain(said);
  });

  it('F05 is nothing for services that nobody shares, nor without the companion', async () => {
    const own = settings({ person: representative, cards: presets.filter(({ access }) => access === 'nominative') });
    expect((await show({ settings: own, readings: readings(booking({ ...others, serviceId: 'clinical' })) })).querySelector('.pa-popup-slots')).toBeNull();
    expect(actions.readSlots).not.toHaveBeenCalled();
    clean();
    expect((await show({ readings: readings(others), key: null })).querySelector('.pa-popup-slots')).toBeNull();
    expect(actions.readSlots).not.toHaveBeenCalled();
  });
});

describe('a permanent room', () => {
  it('S1-35 S1-36 S1-37 is asked for with its name, its three options and the reason, and S1-38 says to book all the same', async () => {
    const popup = await show();
    expect(textOf(popup)).toContain('ne vous dispense pas de réserver votre créneau');
    await click(popup, /^Envoyer la demande de salle/u);
    expect(textOf(popup)).toContain('Inscrivez le nom de la salle');
    expect(textOf(popup)).toContain('Inscrivez à quoi servira la salle');
    expect(actions.askRoom).not.toHaveBeenCalled();
    type(popup, /Nom de la salle/u, 'Salle des formateurs');
    type(popup, /À quoi elle servira/u, 'Chaque jeudi');
    act(() => fieldOf(popup, /connectées à Zoom/u).click());
    await click(popup, /^Envoyer la demande de salle/u);
    expect(actions.askRoom.mock.calls).toEqual([[{ name: 'Salle des formateurs', video: false, mute: true, authentication: true, reason: 'Chaque jeudi', language: 'fr' }]]);
  });

  it('S1-35 S1-38 shows whoever asked the state, the hour and the answer', async () => {
    actions.readRooms.mockResolvedValueOnce({ ok: true, requests: [request({ state: 'created', comment: 'Bienvenue' })] } as never);
    const text = textOf((await show()).querySelector('[aria-label="Demander une salle permanente"]'));
    for (const part of ['Salle des formateurs', 'Salle créée', 'Demandée à 09 h 00', 'Micros coupés à l’entrée · Réservée aux personnes connectées à Zoom', 'Réponse du CCT : Bienvenue', 'ne vous dispense pas']) expect(text).toContain(part);
  });

  it.each([['created', /^Accepter/u], ['refused', /^Refuser la salle/u]] as const)('S1-37 is answered by the CCT with words: %s', async (state, button) => {
    actions.readRooms.mockResolvedValueOnce({ ok: true, requests: [request(), request({ id: 'room-0', name: 'Salle B', state: 'refused' })] } as never);
    const popup = await show({ settings: cct });
    const text = textOf(popup.querySelector('[aria-label="Demandes de salle permanente"]'));
    for (const part of ['1 demande de salle permanente attend une réponse', 'Demandée par Julie Gagnon', 'Raison : Chaque jeudi']) expect(text).toContain(part);
    expect(buttons(popup, /^Refuser la salle/u)).toHaveLength(1);
    type(popup, /Un mot avec la réponse/u, 'Bienvenue ');
    await click(popup, button);
    expect(actions.decideRoom.mock.calls).toEqual([['room-1', { state, comment: 'Bienvenue' }]]);
  });

  it('S1-35 is nothing where no service is a permanent room', async () => {
    const popup = await show({ settings: settings({ person: representative, cards: presets.filter(({ rules }) => rules.kind !== 'permanent') }) });
    expect(textOf(popup)).not.toContain('salle permanente');
    expect(actions.readRooms).not.toHaveBeenCalled();
  });
});

describe('what is half typed when the popup closes', () => {
  const reopen = (change: Parameters<typeof show>[0]): Promise<HTMLElement> => (clean(), show(change));

  it('S1-29 is found again: why a slot is asked for, until it is sent or given up', async () => {
    const change = { readings: readings(others) };
    const open = async (): Promise<string> => {
      const popup = await reopen(change);
      await click(popup, /^Demander ce créneau : mardi/u);
      return fieldOf(popup, /Pourquoi vous en avez besoin/u).value;
    };
    const write = (): void => type(document.body, /Pourquoi vous en avez besoin/u, 'Assemblée annuelle');
    expect(await open()).toBe('');
    write();
    await settle();
    expect(await open()).toBe('Assemblée annuelle');
    await click(document.body, /^Envoyer la demande$/u);
    expect(await open()).toBe('');
    write();
    await click(document.body, /^Ne pas demander$/u);
    expect(await open()).toBe('');
  });

  it('S1-35 is found again: the whole request for a room, with its options', async () => {
    await reopen({});
    type(document.body, /^Nom de la salle/u, 'Salle des formateurs');
    press(fieldOf(document.body, /^Micros coupés/u));
    await settle();
    await reopen({});
    expect([fieldOf(document.body, /^Nom de la salle/u).value, fieldOf(document.body, /^Micros coupés/u).checked]).toEqual(['Salle des formateurs', false]);
  });

  it('F05 S1-35 is found again: a word with an answer, of this request and no other', async () => {
    const received = (id: string) => actions.readSlots.mockResolvedValueOnce({ ok: true, slots: [slot({ id, side: 'received', booking: 'iris:7' })] } as never);
    const word = (): HTMLInputElement => fieldOf(document.body, /Un mot avec la réponse/u);
    received('slot-1');
    await reopen({});
    type(document.body, /Un mot avec la réponse/u, 'Avec plaisir');
    await settle();
    received('slot-2');
    await reopen({});
    await settle();
    expect(word().value).toBe('');
    received('slot-1');
    await reopen({});
    await settle();
    expect(word().value).toBe('Avec plaisir');
  });

  it('U24 S1-29 serves until the end of the meeting it is about; without a meeting, for a day', async () => {
    await reopen({ readings: readings(others) });
    await click(document.body, /^Demander ce créneau : mardi/u);
    type(document.body, /Pourquoi vous en avez besoin/u, 'Assemblée annuelle');
    type(document.body, /^Nom de la salle/u, 'Salle des formateurs');
    await settle();
    const untils = Object.values(await typedStore.load()).map(({ until }) => until);
    expect(untils).toEqual([others.end, NOW + DAY]);
  });

  it('leaves alone what somebody types faster than the browser answers', async () => {
    await typedStore.update(() => ({ room: { value: { name: 'Ancienne', video: false, mute: true, authentication: false, reason: '' }, until: Number.MAX_SAFE_INTEGER } }));
    clean();
    draw({ settings: julie });
    type(document.body, /^Nom de la salle/u, 'Nouvelle');
    await settle();
    expect(fieldOf(document.body, /^Nom de la salle/u).value).toBe('Nouvelle');
  });
});
