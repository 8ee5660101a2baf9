import { resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booking, facts, HOUR, NOW, ofLedger, portalReading, settings } from '../../lib/samples.ts';
import { actions, buttons, clean, draw, items, press, textOf } from './draw.tsx';
import { approved, ledgerOf, readings } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

describe('what stands in the way', () => {
  it.each([
    ['signedOut', 'Ouvrez le portail et connectez-vous'],
    ['unreachable', 'est injoignable'],
    ['notUnderstood', 'n’est pas comprise'],
    ['needsTab', 'ne se lit que dans un onglet'],
    ['never', 'n’a pas encore été lu'],
    ['permissionMissing', 'Il manque la permission'],
  ] as const)('a portal that is %s says « %s »', (state, sentence) => {
    expect(textOf(draw({ readings: { iris: portalReading([], { state, reading: null }) } }))).toContain(sentence);
  });

  it.each([[-3_600_000, 'avance de 1 h'], [86_400_000, 'retarde de 24 h']] as const)('R6 a clock that is off by %i ms is said, with what goes by which hour', (clockOffset, words) => {
    expect(textOf(draw({ clockOffset }))).toContain(`L’horloge de ce poste ${words}`);
    expect(textOf(draw({ clockOffset }))).toContain('suivent l’heure du compagnon');
    expect(textOf(draw({ clockOffset: 60_000 }))).not.toContain('L’horloge de ce poste');
  });

  it('the permission is asked for within the click', () => {
    const popup = draw({ readings: { iris: portalReading([], { state: 'permissionMissing', reading: null }) } });
    press(buttons(popup, /Donner la permission/u)[0]);
    expect(actions.givePermission.mock.calls[0]?.[0]).toMatchObject({ id: 'iris' });
  });

  it('names the landmarks that were missed (F12)', () => {
    const health = { iris: { list: { page: 'list' as const, anchors: [], failures: [{ feature: 'use', anchor: 'columnStatus' }, { feature: 'mark', anchor: 'columnStatus' }], at: NOW } } };
    expect(textOf(draw({ health, readings: { iris: portalReading([], { state: 'notUnderstood', reading: null }) } }))).toContain('Repères introuvables : Colonne du statut.');
  });

  it('a missing address or key leads to the options', () => {
    expect(textOf(draw({ settings: settings({ companion: { address: null } }) }))).toContain('Adresse du compagnon absente');
    clean();
    const popup = draw({ key: null });
    expect(textOf(popup)).toContain('Clé du compagnon absente');
    press(buttons(popup, /Ouvrir les options/u)[0]);
    expect(actions.openOptions).toHaveBeenCalledTimes(1);
  });

  it('S2-33 a companion out of reach is said, with what becomes of the events', () => {
    const text = textOf(draw({ ledger: { ...ledgerOf(), problem: 'unreachable' } }));
    expect(text).toContain('Compagnon injoignable');
    expect(text).toContain('Vos envois sont gardés et partiront d’eux-mêmes.');
  });

  it('U17 a worker that does not answer is said', () => {
    expect(textOf(draw({}, { silent: true }).querySelector('[role=alert]'))).toContain('Passerelle ne répond pas');
  });
});

describe('for everyone', () => {
  it('C.2 hostile text is text', () => {
    const trap = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const hostile = booking({ facts: { name: trap, participants: 3, presenter: { name: `\u202e${trap}`, email: null } }, requester: { name: trap, email: null }, establishment: trap, reason: trap });
    const popup = draw({ readings: readings(hostile), ledger: ledgerOf(ofLedger({ message: trap }, hostile)) });
    expect(popup.querySelector('img, script')).toBeNull();
    expect(textOf(items(popup)[0])).toContain(trap);
    expect(items(popup)[0]?.querySelectorAll('bdi')).toHaveLength(2);
  });

  it('a title typed with plain spaces does not break after « or before a sign, and nothing else of it changes', () => {
    const typed = 'Bilan « spécial » : où en est-on ? Suite ; « fin »';
    const [item] = items(draw({ readings: readings(booking({ facts: { ...facts, name: typed } })) }));
    expect(item?.querySelector('h3 a')?.textContent).toContain('Bilan «\u00a0spécial\u00a0»\u00a0: où en est-on\u00a0? Suite\u00a0; «\u00a0fin\u00a0»');
    expect(textOf(item?.querySelector('h3'))).toContain(typed);
  });

  it('a title of 10 000 characters is cut, one of 200 is not', () => {
    const title = (length: number) => textOf(items(draw({ readings: readings(booking({ facts: null, title: 'é'.repeat(length) })) }))[0]?.querySelector('h3'));
    expect(title(200)).toContain('é'.repeat(200));
    clean();
    expect(title(10_000)).toContain(`${'é'.repeat(200)}…`);
  });

  it('says what came of a click, for the eye and for the ear', () => {
    const popup = draw({}, { said: { text: 'Invitation copiée.', turn: 1 } });
    expect(textOf(popup.querySelector('[role=status][aria-live=polite]'))).toBe('Invitation copiée.');
    expect(popup.querySelector('.pa-popup-said')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('U1 the tabs follow the arrows', () => {
    const popup = draw({ readings: readings(booking(), booking({ number: '2', status: 'approved' })) });
    const [first] = popup.querySelectorAll<HTMLElement>('[role=tab]');
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      expect(textOf(popup.querySelector('[role=tab][aria-selected=true]'))).toContain('À créer');
      expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    });
  });

  it('opens where there is something to do', () => {
    expect(textOf(draw({ readings: readings(approved) }).querySelector('[aria-selected=true]'))).toContain('À créer');
    clean();
    expect(textOf(draw({ ledger: ledgerOf(ofLedger({ state: 'scheduled' }, approved)) }).querySelector('[aria-selected=true]'))).toContain('Planifiées');
    clean();
    expect(textOf(draw().querySelector('[aria-selected=true]'))).toContain('À approuver');
  });

  it('U7 speaks English, and says which language it speaks', () => {
    const popup = draw({ language: 'en', readings: readings(booking()) });
    expect(popup.querySelector('.pa-popup')?.getAttribute('lang')).toBe('en-CA');
    expect(textOf(popup)).toContain('1,200 estimated participants');
  });

  it('draws fifty of 1 000 bookings, and the next fifty at a press', () => {
    const many = Array.from({ length: 1000 }, (_, index) => booking({ number: String(index), start: NOW + (index + 1) * HOUR, end: NOW + (index + 2) * HOUR }));
    const popup = draw({ readings: readings(...many) });
    expect(items(popup)).toHaveLength(50);
    expect(textOf(popup.querySelector('[role=tab]'))).toContain('1 000');
    press(buttons(popup, /^Afficher 50 autres sur 1 000$/u)[0]);
    expect(items(popup)).toHaveLength(100);
  });
});
