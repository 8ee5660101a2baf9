import { describe, expect, it, vi } from 'vitest';
import { controlOf, FactsForm, type FactsFormProps } from '../../../components/overlay/FactsForm.tsx';
import { overlayTranslate } from '../../lib/words.ts';
import { draw, press, wordsOf } from './draw.ts';

const form = (changes: Partial<FactsFormProps> = {}): FactsFormProps => ({
  translate: overlayTranslate('fr'),
  service: { name: 'Licence ZOOM Web 5000 participants', capacity: 5000 },
  words: { title: 'Renseignements pour la rencontre Zoom', nameHint: 'Il sera repris tel quel dans Zoom.', emailHint: 'Il permet de l’inscrire d’avance dans Zoom.' },
  labels: { title: 'Titre de la rencontre', freeText: 'Commentaires' },
  values: { name: '', participants: '', presenterName: '', presenterEmail: '', establishmentId: '', planB: '', reason: '' },
  errors: {},
  summary: [],
  establishments: [{ id: 'cisss-iles', name: 'CISSS des Îles' }],
  notes: [],
  asksPlanB: false,
  charter: null,
  advice: [],
  shares: [],
  size: null,
  kept: false,
  reasonHint: null,
  rehearsal: null,
  onKeep: vi.fn(),
  onRehearsal: vi.fn(),
  onCharter: vi.fn(),
  onInput: vi.fn(),
  onLeave: vi.fn(),
  onGo: vi.fn(),
  onEnter: vi.fn(),
  ...changes,
});

describe('the three required facts', () => {
  it('S0-15 S0-16 S0-17 asks for name, participants, presenter and the presenter’s optional e-mail, in that order', () => {
    const place = draw(<FactsForm {...form()} />);
    expect([...place.querySelectorAll('label')].map(wordsOf)).toEqual([
      'Nom exact de la rencontre',
      'Nombre de participants estimés',
      'Nom de la personne qui présentera',
      'Courriel de la personne qui présentera (facultatif)',
      'Établissement',
    ]);
  });

  it('S0-46 says the card’s capacity, with a no-break space, not the portal’s 1', () => {
    const place = draw(<FactsForm {...form()} />);
    expect(place.textContent).toContain('de 1 à 5\u00a0000');
  });

  it('U2 puts the sentence under its field and ties it to the control', () => {
    const place = draw(<FactsForm {...form({ errors: { participants: 'Écrivez en chiffres.' } })} />);
    const control = place.querySelector(`#${controlOf('participants')}`);
    expect(control?.getAttribute('aria-invalid')).toBe('true');
    const described = control?.getAttribute('aria-describedby')?.split(' ').map((id) => wordsOf(place.querySelector(`#${id}`)));
    expect(described).toContain('Écrivez en chiffres.');
    expect(place.querySelector(`#${controlOf('name')}`)?.hasAttribute('aria-invalid')).toBe(false);
  });

  it('F02 says politely what the request does to the share, in words besides the bar', () => {
    const share = { kind: 'warning' as const, title: 'Après cette demande : 10 h sur 12 h', of: 'CISSS des Îles, du 1er avr. 2026 au 31 mars 2027.', notes: ['Il restera 2 h.'], bar: { parts: [{ value: 10, fill: 'solid' as const }], total: 12, number: '83 %' } };
    const place = draw(<FactsForm {...form({ shares: [share] })} />);
    const polite = [...place.querySelectorAll('[aria-live=polite]')].map(wordsOf).join(' ');
    expect(polite).toContain('Après cette demande : 10 h sur 12 h CISSS des Îles, du 1er avr. 2026 au 31 mars 2027.');
    expect(polite).toContain('Il restera 2 h.');
    expect(place.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Après cette demande : 10 h sur 12 h');
  });

  it('F01 says that a smaller licence is enough, with a button to keep the large one that says whether it is pressed', () => {
    const onKeep = vi.fn();
    const size = { title: 'La licence nominative de 300 suffit', mustKeep: 'Choisissez.', sentences: ['250 participants y ont leur place.'], estimate: null };
    const place = draw(<FactsForm {...form({ size, onKeep })} />);
    expect(wordsOf(place)).toContain('La licence nominative de 300 suffit');
    const button = place.querySelector(`#${controlOf('keep')}`);
    expect(button?.getAttribute('aria-pressed')).toBe('false');
    press(place, 'Garder quand même');
    expect(onKeep).toHaveBeenCalledOnce();
    const kept = draw(<FactsForm {...form({ size, kept: true, reasonHint: 'Au moins 10 caractères.', errors: { keep: 'Choisissez.' } })} />);
    expect(kept.querySelector(`#${controlOf('keep')}`)?.getAttribute('aria-pressed')).toBe('true');
    // Seen as well as heard, in any colours.
    expect([place, kept].map((drawn) => drawn.querySelectorAll(`#${controlOf('keep')} svg`).length)).toEqual([0, 1]);
    expect(kept.querySelector(`#${controlOf('keep')}`)?.getAttribute('aria-describedby')).toBe(kept.querySelector('[id$=keep-error]')?.id);
    expect(kept.querySelector(`#${controlOf('reason')}`)?.getAttribute('aria-required')).toBe('true');
  });

  it('F08 writes the suggested number by a button', () => {
    const onInput = vi.fn();
    const place = draw(<FactsForm {...form({ onInput, size: { title: null, mustKeep: null, sentences: [], estimate: { sentence: 'Vos 4 dernières : 28 % de l’estimé ; suggestion 400.', suggestion: '400' } } })} />);
    press(place, 'Inscrire 400');
    expect(onInput).toHaveBeenCalledWith('participants', '400');
  });

  it('F07 proposes the rehearsal with a box to tick', () => {
    const onRehearsal = vi.fn();
    const place = draw(<FactsForm {...form({ onRehearsal, rehearsal: { sentence: 'Répétition proposée : lundi.', checked: false } })} />);
    const box = place.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    box.click();
    expect(onRehearsal).toHaveBeenCalledWith(true);
  });

  it('U2 gathers the errors after a save that did not happen, each leading to its field', () => {
    const onGo = vi.fn();
    const place = draw(<FactsForm {...form({ onGo, summary: [{ field: 'name', sentence: 'Inscrivez le nom.' }] })} />);
    expect(wordsOf(place.querySelector('[role=alert]'))).toContain('Un point est à corriger');
    press(place, 'Inscrivez le nom.');
    expect(onGo).toHaveBeenCalledWith('name');
  });

  it('U1 hears Enter as a save, but not the one that ends a composition', () => {
    const onEnter = vi.fn();
    const name = draw(<FactsForm {...form({ onEnter })} />).querySelector(`#${controlOf('name')}`)!;
    name.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
    name.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(onEnter).not.toHaveBeenCalled();
    name.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(onEnter).toHaveBeenCalledOnce();
  });

  it('reports each keystroke, each choice and each field that is left', () => {
    const onInput = vi.fn();
    const onLeave = vi.fn();
    const place = draw(<FactsForm {...form({ onInput, onLeave })} />);
    const name = place.querySelector<HTMLInputElement>(`#${controlOf('name')}`)!;
    name.value = 'Assemblée';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    name.dispatchEvent(new FocusEvent('blur'));
    const establishment = place.querySelector<HTMLSelectElement>('select')!;
    establishment.value = 'cisss-iles';
    establishment.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onInput.mock.calls).toEqual([['name', 'Assemblée'], ['establishmentId', 'cisss-iles']]);
    expect(onLeave).toHaveBeenCalledWith('name');
  });
});
