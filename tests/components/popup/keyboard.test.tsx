import { resetBrowser } from '../../lib/browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../components/popup/Popup.tsx';
import { popupModel } from '../../../lib/state/model.ts';
import { booking, HOUR, NOW, ofLedger, settings, sources } from '../../lib/samples.ts';
import { actions, buttons, clean, draw, items, press, textOf } from './draw.tsx';
import { presets } from '../../../lib/services/presets.ts';
import { approved, ledgerOf, readings } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

const requests = (count: number) => Array.from({ length: count }, (_, index) => booking({ number: String(index), title: `Demande ${String(index)}`, facts: null, start: NOW + (index + 1) * HOUR, end: NOW + (index + 2) * HOUR }));
const hit = (key: string, target: EventTarget = document.activeElement ?? document.body, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  act(() => void target.dispatchEvent(event));
  return event;
};
const entry = (): string | null => document.activeElement?.getAttribute('data-entry') ?? null;
const field = (popup: HTMLElement) => popup.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
const type = (popup: HTMLElement, text: string): void => {
  field(popup).value = text;
  act(() => void field(popup).dispatchEvent(new Event('input', { bubbles: true })));
};
const tab = (popup: HTMLElement): string => textOf(popup.querySelector('[role=tab][aria-selected=true]'));

describe('U1 the keyboard', () => {
  it('U1 a key that is pressed as the popup opens, before anything else of it has run, is taken', () => {
    const place = document.body.appendChild(document.createElement('div'));
    const model = popupModel({ ...sources(), readings: readings(...requests(1)), health: {}, key: { id: 'marc-1', added: NOW, kind: 'v1a' }, language: 'fr' });
    // Outside of `act`, which would wait for what runs after the first drawing.
    render(<Popup model={model} actions={actions} said={{ text: '', turn: 0 }} silent={false} loading={false} />, place);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
    expect(document.activeElement).toBe(field(place));
    render(null, place);
    place.remove();
  });

  it('U1 down goes through the bookings from wherever one is, up leads back to the tab', () => {
    const popup = draw({ readings: readings(...requests(3)) });
    const places = ['ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => (hit(key), entry()));
    expect(places).toEqual(['iris:0', 'iris:1', 'iris:0']);
    hit('End');
    expect(entry()).toBe('iris:2');
    hit('ArrowDown');
    expect(entry()).toBe('iris:2');
    hit('Home');
    hit('ArrowUp');
    expect(document.activeElement).toBe(popup.querySelector('[role=tab][aria-selected=true]'));
  });

  it('U1 down below the last one that is drawn draws more', async () => {
    const popup = draw({ readings: readings(...requests(60)) });
    hit('ArrowDown');
    hit('End');
    expect(entry()).toBe('iris:49');
    hit('ArrowDown');
    await vi.waitFor(() => expect(entry()).toBe('iris:50'));
    expect(items(popup)).toHaveLength(60);
  });

  it('U1 Enter on a booking opens it in the portal', () => {
    const popup = draw({ readings: readings(booking()) });
    const open = vi.fn((event: Event) => event.preventDefault());
    popup.querySelector('.pa-popup-item a')?.addEventListener('click', open);
    hit('ArrowDown');
    hit('Enter');
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('U1 Enter on a request that only the companion knows opens the portal', () => {
    const popup = draw({ ledger: ledgerOf(ofLedger({}, booking({ page: null }))) });
    const open = vi.fn((event: Event) => event.preventDefault());
    const link = popup.querySelector<HTMLAnchorElement>('.pa-popup-item a');
    link?.addEventListener('click', open);
    hit('ArrowDown');
    hit('Enter');
    expect(open).toHaveBeenCalledTimes(1);
    expect([link?.href, textOf(link)]).toEqual([`${settings().portals[0]?.origin}/`, 'Ouvrir le portail']);
  });

  it('U1 the focus stays with a request that the portal’s reading gives its number, wherever it stands then', () => {
    const unnumbered = ofLedger({}, booking({ number: null }));
    draw({ ledger: ledgerOf(unnumbered) });
    hit('ArrowDown');
    const before = entry();
    draw({ ledger: ledgerOf(unnumbered), readings: readings(...requests(1), booking()) });
    expect(before).not.toBe('iris:105163');
    expect(entry()).toBe('iris:105163');
  });

  it('U1 the focus goes to the next booking when its own leaves the list, and is left to whoever went elsewhere', () => {
    const popup = draw({ readings: readings(...requests(3)) });
    hit('ArrowDown');
    draw({ readings: readings(...requests(3).slice(1)) });
    expect(entry()).toBe('iris:1');
    field(popup).focus();
    draw({ readings: readings(...requests(3).slice(2)) });
    expect(document.activeElement).toBe(field(popup));
  });

  it('U1 left, right and digits change the tab', () => {
    const popup = draw({ readings: readings(booking(), booking({ ...approved, number: '2' })) });
    hit('ArrowDown');
    hit('ArrowRight');
    expect(tab(popup)).toContain('À créer');
    hit('5');
    expect(tab(popup)).toContain('Historique');
    hit('ArrowRight');
    expect(tab(popup)).toContain('À approuver');
    expect(document.activeElement?.getAttribute('role')).toBe('tab');
  });

  it('U1 « / » goes to the search, down from there to what was found, Escape clears it', () => {
    const popup = draw({ readings: readings(...requests(12)) });
    hit('/');
    expect(document.activeElement).toBe(field(popup));
    type(popup, 'demande 11');
    expect(items(popup)).toHaveLength(1);
    expect(textOf([...popup.querySelectorAll('[role=status]')].at(-1))).toBe('1 réservation trouvée');
    hit('ArrowDown');
    expect(entry()).toBe('iris:11');
    hit('Escape', field(popup));
    expect(items(popup)).toHaveLength(12);
  });

  it('takes no key from somebody who types, and none with a modifier', () => {
    const popup = draw({ readings: readings(booking()) });
    const before = tab(popup);
    for (const key of ['/', '?', '2', 'ArrowRight']) expect(hit(key, field(popup)).defaultPrevented).toBe(false);
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }]) expect(hit('2', document.body, more).defaultPrevented).toBe(false);
    expect(tab(popup)).toBe(before);
  });

  it('U1 « ? » lists the shortcuts, the browser’s own among them', () => {
    const popup = draw({}, { shortcut: 'Alt+Maj+P' });
    hit('?');
    const dialog = popup.querySelector('dialog');
    for (const part of ['Raccourcis clavier', 'Alt+Maj+P', 'Ouvrir la réservation dans le portailEntrée', 'Échap']) expect(textOf(dialog)).toContain(part);
    press(buttons(popup, /^Fermer$/u)[0]);
    expect(popup.querySelector('dialog')).toBeNull();
  });

  it('WCAG 2.1.4 keys alone can be switched off, and then do nothing', () => {
    const popup = draw({ readings: readings(booking()) });
    press(buttons(popup, /^Raccourcis clavier$/u)[0]);
    press(popup.querySelector<HTMLInputElement>('dialog input') as HTMLInputElement);
    expect(actions.setSingleKeys).toHaveBeenCalledWith(false);
    clean();
    const quiet = draw({ readings: readings(booking()), habits: { initials: null, singleKeys: false } });
    for (const key of ['?', '/', '2']) expect(hit(key, document.body).defaultPrevented).toBe(false);
    expect(quiet.querySelector('dialog')).toBeNull();
    hit('ArrowDown', document.body);
    expect(entry()).toBe('iris:105163');
  });
});

describe('U1 a search without a result', () => {
  it('says in which tab there is one, and goes there', () => {
    const popup = draw({ readings: readings(booking({ number: '1', title: 'Télésanté', facts: null }), booking({ ...approved, number: '2' })) });
    type(popup, 'vaccination');
    expect(textOf(popup)).toContain('Rien ne correspond à « vaccination »');
    press(buttons(popup, /^À créer : 1 réservation$/u)[0]);
    expect(tab(popup)).toContain('À créer');
    expect(items(popup)).toHaveLength(1);
  });
});

describe('« Qui tient la licence maintenant ? »', () => {
  const line = (popup: HTMLElement): string => textOf(popup.querySelector('.pa-popup-licence'));
  const now = { ...approved, start: NOW - HOUR, end: NOW + HOUR };

  it('names who holds it and until when, then who is next', () => {
    const next = booking({ ...approved, number: '2', start: NOW + 2 * HOUR, end: NOW + 3 * HOUR, establishment: 'CISSS des Îles', establishmentId: 'cisss-iles' });
    expect(line(draw({ readings: readings(now, next) }))).toBe('Qui tient la licence maintenant ? CISSS de la Côte-Nord tient la licence jusqu’à 11 h 00, ensuite CISSS des Îles, à 12 h 00');
  });

  it('says « votre établissement », and the day when it is not today’s', () => {
    const own = { ...now, establishmentId: 'chu-quebec', end: NOW + 26 * HOUR };
    expect(line(draw({ readings: readings(own) }))).toContain('Votre établissement tient la licence jusqu’au 24 novembre à 12 h 00');
  });

  it('says that nobody does only when it knows', () => {
    expect(line(draw())).toContain('Personne ne tient la licence');
    clean();
    expect(line(draw({ readings: {} }))).toContain('Personne ne tient la licence, d’après ce qui a été lu');
    clean();
    expect(line(draw({ readings: {}, ledger: { bookings: [], complete: true, at: null, checked: null, problem: null } }))).toContain('On ne sait pas encore');
    // An answer without a subject is read together with its question.
    expect([...document.querySelectorAll('.pa-popup-licence-line span:not(.pa-hidden)')].map(textOf)).toContain('Qui tient la licence maintenant ?');
  });

  it('a request holds nothing', () => {
    expect(line(draw({ readings: readings(booking({ start: NOW - HOUR, end: NOW + HOUR })) }))).toContain('Personne ne tient la licence');
  });

  it('names each licence where several are shared', () => {
    const room = booking({ ...now, number: '3', serviceId: 'shared-room' });
    const popup = draw({ readings: readings(now, room), settings: settings() });
    expect([...popup.querySelectorAll('.pa-popup-licence-line')].map(textOf)).toEqual([
      'Qui tient la licence maintenant ? Licence ZOOM Web5000 : CISSS de la Côte-Nord tient la licence jusqu’à 11 h 00',
      'Qui occupe la salle maintenant ? Salle Zoom Opteos : CISSS de la Côte-Nord occupe la salle jusqu’à 11 h 00',
    ]);
  });

  // Any card may be shared by one at a time, whatever the five documents say of it.
  it.each([
    ['web5000', 'Qui tient la licence maintenant ? CISSS de la Côte-Nord tient la licence jusqu’à 11 h 00', 'Who holds the licence now? CISSS de la Côte-Nord holds the licence until 11:00 a.m.'],
    ['shared-room', 'Qui occupe la salle maintenant ? CISSS de la Côte-Nord occupe la salle jusqu’à 11 h 00', 'Who is using the room now? CISSS de la Côte-Nord is using the room until 11:00 a.m.'],
    ['nominative-300', 'Qui tient la licence maintenant ? CISSS de la Côte-Nord tient la licence jusqu’à 11 h 00', 'Who holds the licence now? CISSS de la Côte-Nord holds the licence until 11:00 a.m.'],
    ['health-portal', 'Qui occupe le créneau maintenant ? Web conférence du portail de santé : CISSS de la Côte-Nord occupe le créneau jusqu’à 11 h 00', 'Who holds the slot now? Web conférence du portail de santé: CISSS de la Côte-Nord holds the slot until 11:00 a.m.'],
    ['clinical', 'Qui occupe le créneau maintenant ? Rencontre clinique Zoom télésanté : CISSS de la Côte-Nord occupe le créneau jusqu’à 11 h 00', 'Who holds the slot now? Rencontre clinique Zoom télésanté: CISSS de la Côte-Nord holds the slot until 11:00 a.m.'],
  ])('calls %s by its own word, in both languages', (id, french, english) => {
    const cards = presets.filter((card) => card.id === id).map((card) => ({ ...card, access: 'shared' as const, concurrency: 1, rules: { ...card.rules, kind: card.rules.kind === 'none' ? ('auto' as const) : card.rules.kind } }));
    for (const [language, words] of [['fr', french], ['en', english]] as const) {
      const popup = draw({ readings: readings({ ...now, serviceId: id }), settings: settings({ cards, language }), language });
      expect(line(popup)).toBe(words);
      clean();
    }
  });
});
