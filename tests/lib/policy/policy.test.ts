/** Policy over user over default: what an organisation fixes, what it suggests, and what is ignored and reported (U13). */
import { describe, expect, it } from 'vitest';
import { policyKeys } from '../../../lib/policy/keys.ts';
import { noPolicy, readPolicy, withoutPolicy, withPolicy } from '../../../lib/policy/policy.ts';
import { defaultSettings } from '../../../lib/state/settings-store.ts';
import { settings, type Settings } from '../../../lib/state/settings.ts';

const address = 'https://compagnon.exemple.ca';
const own = (): Settings => ({ ...defaultSettings(), language: 'en', person: { name: 'Julie Gagnon', email: null, role: 'representative', establishmentId: 'cisss-iles' } });
const inForce = (raw: unknown, stored: Settings = own()): Settings => withPolicy(stored, readPolicy(raw), defaultSettings());

describe('a policy', () => {
  it('U13 lays its values over the person’s', () => {
    const policy = { language: 'fr', role: 'approver', establishmentId: 'chu-quebec', companionAddress: address, everyMinutes: 15, disabledFeatures: ['usage-view'], keepDays: 7 };
    const result = inForce(policy);
    expect(result).toMatchObject({
      language: 'fr', person: { name: 'Julie Gagnon', role: 'approver', establishmentId: 'chu-quebec' }, companion: { address }, alerts: { everyMinutes: 15 }, disabledFeatures: ['usage-view'], privacy: { keepDays: 7 },
    });
    expect(settings.safeParse(result).success).toBe(true);
  });

  it('U13 fixes every value that it gives, unless it lists what is fixed', () => {
    expect([...readPolicy({ language: 'fr', role: 'admin' }).locked].sort()).toEqual(['language', 'role']);
    expect([...readPolicy({ language: 'fr', role: 'admin', locked: ['role', 'cards'] }).locked].sort()).toEqual(['cards', 'role']);
  });

  it('U13 only suggests what it does not fix: a person’s own value stays, an untouched one follows', () => {
    const policy = { language: 'fr', companionAddress: address, locked: [] };
    expect(inForce(policy).language).toBe('en');
    expect(inForce(policy).companion.address).toBe(address);
    expect(inForce(policy, { ...own(), companion: { address: 'https://autre.exemple.ca' } }).companion.address).toBe('https://autre.exemple.ca');
  });

  it('completes an establishment, a portal and a preset card from what is named of them', () => {
    const result = inForce({
      roster: [{ id: 'a', name: 'Établissement A', representative: { name: 'Luc Roy', phone: '' } }],
      portals: [{ id: 'iris', origin: 'https://www.irisreservation.ca' }],
      cards: [{ id: 'web5000', capacity: 3000, installation: '' }],
    });
    expect(result.roster).toEqual([{ id: 'a', name: 'Établissement A', aliases: [], weight: 1, fixed: null, representative: { name: 'Luc Roy', email: null, phone: null, irisCode: null, position: null }, substitute: null, state: 'active', browserOnly: false, certain: true }]);
    expect(result.portals).toEqual([{ id: 'iris', name: 'iris', origin: 'https://www.irisreservation.ca', listPath: null, enabled: true }]);
    expect(result.cards).toHaveLength(1);
    expect(result.cards[0]).toMatchObject({ id: 'web5000', capacity: 3000, installation: null, name: defaultSettings().cards[0]?.name });
    expect(settings.safeParse(result).success).toBe(true);
  });

  it.each([
    ['language', 'de'], ['language', 3], ['role', 'chef'], ['establishmentId', ''], ['companionAddress', 'compagnon'], ['companionAddress', 'http://exemple.ca'], ['portals', {}], ['portals', [{ id: 'iris' }]],
    ['cards', 'web5000'], ['cards', [{ id: 'inconnue', name: 'X' }]], ['cards', [null]], ['cards', [{ id: 'web5000' }, { id: 'web5000' }]], ['roster', [{ name: 'Sans identifiant' }]], ['roster', [['a']]],
    ['everyMinutes', '5'], ['everyMinutes', 0], ['disabledFeatures', 'usage'], ['keepDays', 0.5], ['keepDays', 4000], ['locked', 'role'], ['locked', ['couleur']], ['skipWelcome', 'oui'], ['couleur', 'bleu'],
  ])('U13 ignores and reports %s = %j', (key, value) => {
    const policy = readPolicy({ [key]: value, everyMinutes: 7, ...(key === 'everyMinutes' ? { [key]: value } : {}) });
    expect(policy.problems).toEqual([key]);
    expect(withPolicy(own(), policy, defaultSettings())).toMatchObject({ language: 'en', alerts: { everyMinutes: key === 'everyMinutes' ? 5 : 7 } });
  });

  it('a list of fixed values that cannot be read frees nothing', () => {
    expect([...readPolicy({ role: 'admin', locked: 'role' }).locked]).toEqual(['role']);
  });

  it.each([undefined, null, 'texte', 3, []])('is no policy when the browser gives %j', (raw) => {
    expect(readPolicy(raw)).toMatchObject({ values: {}, problems: [] });
    expect(withPolicy(own(), readPolicy(raw), defaultSettings())).toEqual(own());
  });
});

describe('storing under a policy', () => {
  const policy = readPolicy({ role: 'admin', companionAddress: address, locked: ['role'] });

  it('keeps the person’s own values, so that they are back when the policy goes', () => {
    const shown = withPolicy(own(), policy, defaultSettings());
    const stored = withoutPolicy({ ...shown, person: { ...shown.person, name: 'Julie G.' } }, own(), policy, defaultSettings());
    expect(stored).toEqual({ ...own(), person: { ...own().person, name: 'Julie G.' } });
    expect(withPolicy(stored, noPolicy, defaultSettings())).toEqual(stored);
  });

  it('U13 stores nothing over what is fixed, whatever asked for it', () => {
    const shown = withPolicy(own(), policy, defaultSettings());
    const stored = withoutPolicy({ ...shown, person: { ...shown.person, role: 'host' }, companion: { address: 'https://autre.exemple.ca' } }, own(), policy, defaultSettings());
    expect(stored.person.role).toBe('representative');
    expect(stored.companion.address).toBe('https://autre.exemple.ca');
  });

  it('fixes a part without giving it a value', () => {
    const frozen = readPolicy({ locked: ['cards'] });
    expect(withoutPolicy({ ...own(), cards: [] }, own(), frozen, defaultSettings()).cards).toEqual(own().cards);
  });

  it('every key has its place in the settings', () => {
    const everything = readPolicy({ locked: [...policyKeys] });
    const other: Settings = { ...own(), language: 'fr', portals: [], cards: [], roster: [], companion: { address }, disabledFeatures: ['x'], privacy: { keepDays: 3 }, alerts: { ...own().alerts, everyMinutes: 9 }, person: { name: 'A', email: null, role: 'host', establishmentId: 'b' } };
    expect(withoutPolicy(other, own(), everything, defaultSettings())).toEqual({ ...own(), person: { ...own().person, name: 'A' } });
  });
});
