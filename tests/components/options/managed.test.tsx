/** What an organisation fixed, as the options show it (U13). */
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { toExport } from '../../../lib/state/exchange.ts';
import { noPolicy, readPolicy, type Policy } from '../../../lib/policy/policy.ts';
import { button, byLabel, one, press, wordsOf } from '../ui/draw.ts';
import { NOW, openOptions } from './open.tsx';

/** The page under a policy; the values themselves are laid over the settings by the store. */
const openUnder = (hash: string, policy: Policy): HTMLElement => openOptions(hash, {}, policy).place;

describe('the options under a policy', () => {
  it('U13 shows what is fixed with a padlock and takes no input there', () => {
    const place = openUnder('#person', readPolicy({ role: 'approver', locked: ['role'] }));
    expect(wordsOf(place.querySelector('fieldset.pa-managed legend'))).toBe('Géré par votre organisation');
    expect(place.querySelector('fieldset.pa-managed legend svg')).not.toBeNull();
    expect(byLabel(place, 'Rôle').closest('fieldset')?.disabled).toBe(true);
    expect(byLabel(place, 'Votre nom').closest('fieldset')).toBeNull();
  });

  it.each([['#portal', 'portals'], ['#services', 'cards'], ['#establishments', 'roster'], ['#features', 'disabledFeatures'], ['#companion', 'companionAddress'], ['#privacy', 'keepDays'], ['#portal', 'everyMinutes']] as const)('U13 shows the padlock in %s when %s is fixed', (hash, key) => {
    const place = openUnder(hash, readPolicy({ locked: [key] }));
    expect(wordsOf(place)).toContain('Géré par votre organisation');
  });

  it('U13 leaves what is no setting to the person: the permission, the look at the portal', () => {
    const place = openUnder('#portal', readPolicy({ locked: ['portals'] }));
    const free = [...place.querySelectorAll('main button')].filter((one) => one.closest('fieldset:disabled') === null);
    expect(free.length).toBeGreaterThan(0);
    expect(wordsOf(byLabel(place, 'Adresse').closest('fieldset')?.querySelector('legend') ?? null)).toBe('Géré par votre organisation');
  });

  it('U12 U13 an imported file changes nothing of what is fixed, and the preview does not say that it would', async () => {
    const page = openOptions('#backup', {}, readPolicy({ locked: ['everyMinutes'] }));
    const current = page.model.settings.value;
    const text = toExport({ ...current, language: 'en', alerts: { ...current.alerts, everyMinutes: 77 } }, { includePerson: false, now: NOW, extensionVersion: '1' });
    const input = one<HTMLInputElement>(page.place, 'input[accept^=".json"]');
    Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'reglages.json')] });
    await act(async () => {
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
    expect([...page.place.querySelectorAll('.pa-preview tbody tr')]).toHaveLength(1);
    press(button(page.place, 'Appliquer ce changement'));
    expect(page.model.settings.value).toEqual({ ...current, language: 'en' });
  });

  it('U13 reports what is ignored, by name', () => {
    expect(wordsOf(openUnder('#about', readPolicy({ couleur: 1, role: 'chef' })))).toContain('couleur, role');
  });

  it('shows neither where there is no policy', () => {
    const words = wordsOf(openUnder('#person', noPolicy));
    expect(words).not.toContain('Géré par');
    expect(words).not.toContain('ignorée');
  });
});
