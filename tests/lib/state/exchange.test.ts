import { describe, expect, it } from 'vitest';
import { establishments } from '../../../lib/services/roster.ts';
import { presets } from '../../../lib/services/presets.ts';
import { defaultNotifications } from '../../../lib/state/alert-settings.ts';
import { compareSettings } from '../../../lib/state/differences.ts';
import { EXCHANGE_MAXIMUM, readImport, toExport, type ImportProblem } from '../../../lib/state/exchange.ts';
import type { Settings } from '../../../lib/state/settings.ts';

const base = (): Settings => ({
  version: 1,
  language: 'fr',
  person: { name: 'Julie Gagnon', email: 'julie@exemple.ca', role: 'representative', establishmentId: 'cisss-iles' },
  portals: [{ id: 'iris', name: 'IRIS', origin: 'https://www.irisreservation.ca', listPath: null, enabled: true }],
  cards: structuredClone([...presets]),
  roster: structuredClone([...establishments]),
  companion: { address: 'https://cct.exemple.ca' },
  alerts: { everyMinutes: 5, notifications: defaultNotifications() },
  disabledFeatures: [],
});

const options = { includePerson: false, now: Date.UTC(2026, 10, 24, 14), extensionVersion: '1.2.3' };

/** The file with one thing changed by hand. */
function tampered(change: (file: Record<string, Record<string, unknown>>) => void): string {
  const file = JSON.parse(toExport(base(), { ...options, includePerson: true })) as Record<string, Record<string, unknown>>;
  change(file);
  return JSON.stringify(file);
}

function problemOf(text: string): ImportProblem {
  const answer = readImport(text, base());
  if (answer.ok) throw new Error('It was accepted.');
  return answer.problem;
}

describe('U12 settings as a file', () => {
  it('come back as they went', () => {
    expect(readImport(toExport(base(), { ...options, includePerson: true }), base())).toEqual({ ok: true, settings: base() });
  });

  it('say their format, their version and when they were made', () => {
    expect(JSON.parse(toExport(base(), options))).toMatchObject({ format: 'passerelle-settings', version: 1, exportedAt: '2026-11-24T14:00:00.000Z', extensionVersion: '1.2.3' });
  });

  it('leave out the person unless asked, and leave the reader’s own person alone', () => {
    const text = toExport(base(), options);
    expect(text).not.toContain('julie@exemple.ca');
    const marc = { ...base(), person: { name: 'Marc', email: null, role: 'approver' as const, establishmentId: null } };
    expect(readImport(text, marc)).toMatchObject({ ok: true, settings: { person: { name: 'Marc', role: 'approver' } } });
  });

  it('S0-27 have no place for a secret: one that is added is refused by name', () => {
    expect(toExport(base(), { ...options, includePerson: true })).not.toMatch(/whsec_|secretKey|password/iu);
    expect(problemOf(tampered(({ settings }) => Object.assign(settings as object, { companion: { address: null, key: 'x:whsec_y' } })))).toEqual({ code: 'unknownKey', place: ['companion'], key: 'key' });
  });

  it('survive the mark that Windows’ editors put first', () => {
    expect(readImport(`\uFEFF${toExport(base(), options)}`, base()).ok).toBe(true);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['', { code: 'empty' }],
    ['  \n', { code: 'empty' }],
    ['<html>', { code: 'notJson', at: { line: 1, column: 1 } }],
    ['{\n  "format": passerelle\n}', { code: 'notJson', at: { line: 2, column: 13 } }],
    ['[]', { code: 'notOurs' }],
    ['{"format": "autre", "version": 1, "settings": {}}', { code: 'notOurs' }],
    ['{"format": "passerelle-settings", "version": 2, "settings": {}}', { code: 'newer', version: 2 }],
    ['{"format": "passerelle-settings", "version": 0, "settings": {}}', { code: 'notOurs' }],
    ['{"format": "passerelle-settings", "version": 1, "settings": {}}', { code: 'missing', place: ['language'] }],
  ])('%j says why', (text, problem) => expect(problemOf(text)).toEqual(problem));

  it('is not even read when it is too big', () => {
    expect(problemOf(' '.repeat(EXCHANGE_MAXIMUM + 1))).toEqual({ code: 'tooLarge' });
  });

  it('says which value is wrong', () => {
    const text = tampered(({ settings }) => Object.assign((settings?.['cards'] as object[])[1] as object, { capacity: 'mille' }));
    expect(problemOf(text)).toEqual({ code: 'value', place: ['cards', 1, 'capacity'] });
  });

  it('says which value is missing', () => {
    const text = tampered(({ settings }) => {
      delete ((settings?.['roster'] as Record<string, unknown>[])[3] ?? {})['name'];
    });
    expect(problemOf(text)).toEqual({ code: 'missing', place: ['roster', 3, 'name'] });
  });

  it('may not have two members with one id', () => {
    const text = tampered(({ settings }) => Object.assign((settings?.['cards'] as object[])[1] as object, { id: 'web5000' }));
    expect(problemOf(text)).toEqual({ code: 'value', place: ['cards', 1, 'id'] });
  });

  it('may not open a page that is no page', () => {
    const text = tampered(({ settings }) => Object.assign(settings as object, { companion: { address: 'javascript:alert(1)' } }));
    expect(problemOf(text)).toEqual({ code: 'value', place: ['companion', 'address'] });
  });
});

describe('the differences before an import', () => {
  const change = (edit: (settings: Settings) => void) => {
    const next = base();
    edit(next);
    return compareSettings(base(), next);
  };

  it('are none between the same settings', () => expect(compareSettings(base(), base())).toEqual([]));

  it('name the member and the value, before and after', () => {
    expect(change(({ cards: [card] }) => Object.assign(card as object, { capacity: 3000 }))).toEqual([
      { path: [{ key: 'cards' }, { member: 'Licence ZOOM Web5000' }, { key: 'capacity' }], kind: 'changed', before: 5000, after: 3000 },
    ]);
  });

  it('do not mind the order of members', () => expect(change(({ roster }) => roster.reverse())).toEqual([]));

  it('say which members come and go', () => {
    const found = change((settings) => {
      settings.roster.pop();
      settings.portals.push({ id: 'autre', name: 'Autre', origin: 'https://autre.exemple.ca', listPath: null, enabled: true });
    });
    expect(found).toEqual([
      { path: [{ key: 'portals' }, { member: 'Autre' }], kind: 'added' },
      { path: [{ key: 'roster' }, { member: 'CLSC Naskapi' }], kind: 'removed' },
    ]);
  });

  it('show a list of plain values whole', () => {
    expect(change((settings) => (settings.disabledFeatures = ['usage-panel']))).toEqual([{ path: [{ key: 'disabledFeatures' }], kind: 'changed', before: [], after: ['usage-panel'] }]);
  });

  it('go into a person who is designated where there was none', () => {
    const found = change(({ roster: [first] }) => Object.assign(first as object, { representative: { name: 'Anne', email: null, phone: null, irisCode: null, position: null } }));
    expect(found).toEqual([{ path: [{ key: 'roster' }, { member: 'CHU de Québec – Université Laval' }, { key: 'representative' }, { key: 'name' }], kind: 'changed', before: null, after: 'Anne' }]);
  });

  it('know a link by its words, and show links that share them whole', () => {
    const links = [{ purpose: 'help' as const, label: 'Aide', address: 'https://a.exemple.ca' }];
    expect(change(({ cards: [card] }) => Object.assign(card as object, { links }))).toMatchObject([{ kind: 'added', path: [{}, {}, { key: 'links' }, { member: 'Aide' }] }]);
    expect(change(({ cards: [card] }) => Object.assign(card as object, { links: [...links, ...links] }))).toMatchObject([{ kind: 'changed', after: ['help · Aide · https://a.exemple.ca', 'help · Aide · https://a.exemple.ca'] }]);
  });
});
