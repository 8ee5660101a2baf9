import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf } from '../../../lib/calibration/canonical.ts';
import { compareProfiles } from '../../../lib/calibration/differences.ts';
import { readProfileFile, toProfileFile, type ProfileProblem } from '../../../lib/calibration/file.ts';
import { emptyPatch, teach, teachPage, teachStatus } from '../../../lib/calibration/patch.ts';
import type { ProfilePatch } from '../../../lib/portal/profile.ts';

const DATE = '2026-11-22';
const evidence = { origin: 'calibrated', source: 'calibration', date: DATE } as const;
const portal = { id: 'portail-1', name: 'Maison des rencontres' };
const patch: ProfilePatch = teachStatus(
  teachPage(teach(teach(emptyPatch({ id: 'any', version: 1 }, portal), 'save', [{ by: 'text', names: ['Réserver'], ...evidence }]), 'end', []), 'form', 'https://x.test/demande/12?jour=2', DATE),
  'On regarde', 'pending', DATE,
);
const file = { origin: 'https://rencontres.exemple.test', patch };
const made = () => toProfileFile(file, { now: Date.UTC(2026, 10, 22, 15), extensionVersion: '1.2.3' });
const problemOf = async (text: string): Promise<ProfileProblem | null> => {
  const answer = await readProfileFile(text);
  return answer.ok ? null : answer.problem;
};
/** The file with its content changed and its fingerprint made anew, as a person with tools would. */
const rehashed = async (change: (content: { origin: string; profile: Record<string, unknown> }) => void): Promise<string> => {
  const content = JSON.parse(await made()) as { origin: string; profile: Record<string, unknown>; hash: string };
  change(content);
  content.hash = await hashOf({ origin: content.origin, profile: content.profile });
  return JSON.stringify(content);
};

describe('a profile as a file', () => {
  it('F12 comes back as it went, with its fingerprint', async () => {
    const answer = await readProfileFile(await made());
    expect(answer).toMatchObject({ ok: true, file, hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u) });
  });

  it('F12 holds the same fingerprint in whatever order its keys stand', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = JSON.parse(JSON.stringify(value), (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).reverse()) : inner)) as never;
        expect(canonicalJson(turned)).toBe(canonicalJson(JSON.parse(JSON.stringify(value)) as never));
      }),
    );
  });

  it('F12 is refused when one character of its content was changed', async () => {
    expect(await problemOf((await made()).replace('Réserver', 'Reserver'))).toEqual({ code: 'altered' });
    expect(await problemOf((await made()).replace('rencontres.exemple', 'rencontre.exemple'))).toEqual({ code: 'altered' });
  });

  it('F12 is refused when it was cut anywhere (property)', async () => {
    const text = (await made()).trim();
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        expect((await readProfileFile(text.slice(0, length))).ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, (content: { profile: Record<string, unknown> }) => void, ProfileProblem]>([
    ['an anchor that does not exist', ({ profile }) => Object.assign(profile['anchors'] as object, { bouton: [] }), { code: 'unknownKey', place: ['profile', 'anchors'], key: 'bouton' }],
    ['a key too many', ({ profile }) => Object.assign(profile, { script: 'x' }), { code: 'unknownKey', place: ['profile'], key: 'script' }],
    ['a value that is not there', ({ profile }) => void delete profile['pages'], { code: 'missing', place: ['profile', 'pages'] }],
    ['a role that does not exist', ({ profile }) => Object.assign(profile['anchors'] as object, { save: [{ by: 'role', role: 'boss', names: ['x'], ...evidence }] }), { code: 'value', place: ['profile', 'anchors', 'save', 0, 'role'] }],
    ['a selector that looks below each element again', ({ profile }) => Object.assign(profile['anchors'] as object, { save: [{ by: 'selector', selector: 'div:has(div:has(div))', ...evidence }] }), { code: 'costly', place: ['profile', 'anchors', 'save', 0, 'selector'] }],
    ['a selector of the whole page', ({ profile }) => Object.assign(profile['anchors'] as object, { save: [{ by: 'selector', selector: 'body *', ...evidence }] }), { code: 'costly', place: ['profile', 'anchors', 'save', 0, 'selector'] }],
    ['a pattern of a hundred stars', ({ profile }) => Object.assign(profile, { pages: [{ kind: 'list', paths: ['*a'.repeat(99)], ...evidence }] }), { code: 'costly', place: ['profile', 'pages', 0, 'paths', 0] }],
  ])('F12 is refused for %s, and says where, even under a right fingerprint', async (_what, change, problem) => {
    expect(await problemOf(await rehashed(change))).toEqual(problem);
  });

  it.each<[string, string, ProfileProblem]>([
    ['nothing', ' ', { code: 'empty' }],
    ['a broken line', '{\n  "format": ,', { code: 'notJson', at: { line: 2, column: 13 } }],
    ['other settings', '{"format":"passerelle-settings","version":1}', { code: 'notOurs' }],
    ['a later format', '{"format":"passerelle-profile","version":9}', { code: 'newer', version: 9 }],
    ['1 MB of spaces', ' '.repeat(1_000_000), { code: 'tooLarge' }],
  ])('F12 is refused for %s', async (_what, text, problem) => {
    expect(await problemOf(text)).toEqual(problem);
  });
});

describe('the differences of two profiles', () => {
  it('C5 name each anchor, status and page that would change, and nothing else', () => {
    expect(compareProfiles(patch, patch)).toEqual([]);
    expect(compareProfiles(null, patch).map((difference) => ('anchor' in difference ? difference.anchor : difference.what))).toEqual(['base', 'save', 'end', 'status', 'page']);
    const other = teach(patch, 'save', [{ by: 'role', role: 'button', names: ['Envoyer'], ...evidence }]);
    expect(compareProfiles(patch, other)).toEqual([{ what: 'anchor', anchor: 'save', before: [{ by: 'text', text: 'Réserver' }], after: [{ by: 'role', text: 'Envoyer' }] }]);
  });
});
