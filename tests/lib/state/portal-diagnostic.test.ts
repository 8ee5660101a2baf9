import { describe, expect, it } from 'vitest';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import type { Health } from '../../../lib/state/health-store.ts';
import { portalDiagnostic } from '../../../lib/state/portal-diagnostic.ts';
import { NOW } from '../samples.ts';

const health: Health = {
  iris: {
    form: {
      page: 'form', at: NOW, profile: '1.3', lastWell: { save: NOW - 60_000 },
      anchors: [{ anchor: 'save', health: 'missing', matches: 0 }, { anchor: 'title', health: 'found', matches: 1, alternative: 0 }, { anchor: 'Julie Tremblay', health: 'found', matches: 1 }],
      failures: [{ feature: 'required-facts', anchor: 'freeText' }, { feature: 'required-facts', anchor: 'error: Julie Tremblay' }],
    },
  },
};
const print = (structure: string | null): string => portalDiagnostic({ health, portal: 'iris', profile: { ...iris, taught: 3 }, version: '1.2.3', disabled: ['usage-panel'], structure });
const minute = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16)}Z`;

describe('U26 C4 the diagnostic of a portal', () => {
  it('says versions, pages, anchors with when each was last well, failures and the structure, in this order and nothing else', () => {
    expect(print('path /reservations\nform').split('\n')).toEqual([
      'Passerelle 1.2.3', 'portal: iris, profile: 1.3', 'calibrated: -', 'disabled: usage-panel', `page form (${minute(NOW)})`,
      `  anchor save: missing (0) last well ${minute(NOW - 60_000)}`, expect.stringMatching(/^ {2}anchor title: found \(1\) by label \(guessed \d{4}-\d\d-\d\d\) last well never$/u), '  anchor …: found (1) last well never',
      '  failure required-facts: freeText', '  failure required-facts: …', 'structure: path /reservations', 'form',
    ]);
  });

  it('says so when no page of the portal is open', () => {
    expect(print(null).endsWith('structure: no page of the portal is open')).toBe(true);
  });
});
