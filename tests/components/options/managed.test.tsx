/** What an organisation fixed, as the options show it (U13). */
import { describe, expect, it } from 'vitest';
import { noPolicy, readPolicy, type Policy } from '../../../lib/policy/policy.ts';
import { byLabel, wordsOf } from '../ui/draw.ts';
import { openOptions } from './open.tsx';

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

  it('U13 reports what is ignored, by name', () => {
    expect(wordsOf(openUnder('#about', readPolicy({ couleur: 1, role: 'chef' })))).toContain('couleur, role');
  });

  it('shows neither where there is no policy', () => {
    const words = wordsOf(openUnder('#person', noPolicy));
    expect(words).not.toContain('Géré par');
    expect(words).not.toContain('ignorée');
  });
});
