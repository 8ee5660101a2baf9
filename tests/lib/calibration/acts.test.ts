import { describe, expect, it } from 'vitest';
import { startProgress, withOutcome, withPage, withSkipped, withStatus, withTaught, withTrial, withUndone, withVisited } from '../../../lib/calibration/acts.ts';
import { journey, journeyPages } from '../../../lib/calibration/journey.ts';
import { emptyPatch, toPattern } from '../../../lib/calibration/patch.ts';
import { ACTS_MAXIMUM, progress as schema } from '../../../lib/calibration/progress.ts';
import { anchorsEn } from '../../../lib/i18n/anchors.en.ts';
import { anchorsFr } from '../../../lib/i18n/anchors.fr.ts';
import { calibrationFr } from '../../../lib/i18n/calibration.fr.ts';
import { anchorNames, needOf } from '../../../lib/portal/anchors.ts';
import { layerProfile } from '../../../lib/portal/layer.ts';
import { portalProfile } from '../../../lib/portal/profile.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';

const DATE = '2026-11-22';
const way = (name: string) => ({ by: 'text', names: [name], origin: 'calibrated', source: 'calibration', date: DATE }) as const;
const start = () => startProgress(emptyPatch(iris, { id: 'iris', name: 'IRIS' }));

describe('what is done in a calibration', () => {
  it('C5 can be taken back step by step, to the very beginning', () => {
    const one = withTaught(start(), 'form', 'save', [{ ...way('Réserver'), names: ['Réserver'] }]);
    const two = withTaught(one, 'form', 'save', [{ ...way('Envoyer'), names: ['Envoyer'] }]);
    const three = withStatus(two, 'On regarde', 'pending', DATE);
    const four = withSkipped(three, 'form', 'end');
    expect(withUndone(four)).toEqual({ ...three, skipped: { form: [] } });
    expect(withUndone(withUndone(four)).patch).toEqual(two.patch);
    expect(withUndone(withUndone(withUndone(four))).patch).toEqual(one.patch);
    const first = withUndone(withUndone(withUndone(withUndone(four))));
    expect(first.patch).toEqual(start().patch);
    expect(withUndone(first)).toBe(first);
  });

  it('C5 is remembered up to a bound', () => {
    let many = start();
    for (let count = 0; count < ACTS_MAXIMUM + 10; count += 1) many = withSkipped(many, 'form', 'end');
    expect(many.acts).toHaveLength(ACTS_MAXIMUM);
    expect(schema.safeParse(many).success).toBe(true);
  });

  it('C5 gives a profile that the schema takes, and that no longer looks for what was wrong', () => {
    const taught = withPage(withStatus(withTaught(start(), 'form', 'save', [{ ...way('Réserver'), names: ['Réserver'] }]), 'On regarde', 'pending', DATE), 'form', 'https://x.test/demande/1041', DATE);
    const profile = layerProfile(iris, taught.patch);
    expect(portalProfile.safeParse(profile).success).toBe(true);
    expect(profile.anchors.save).toEqual([way('Réserver')]);
    expect(profile.pages.filter(({ kind }) => kind === 'form').flatMap(({ paths }) => paths)).toEqual(['/demande/*']);
    expect(profile.statuses[0]).toMatchObject({ status: 'pending', names: ['On regarde'] });
  });

  it('C5 a word has one meaning: giving it another takes the first away', () => {
    const twice = withStatus(withStatus(start(), 'Oui', 'approved', DATE), 'oui', 'pending', DATE);
    expect(twice.patch.statuses.map(({ status, names }) => [status, names])).toEqual([['pending', ['oui']]]);
    expect(withStatus(twice, 'Oui', null, DATE).patch.statuses).toEqual([]);
  });

  it('C5 the dry run goes to the pages that were met, in the order of the journey, and to each once', () => {
    const met = withVisited(withVisited(start(), 'list', 'https://x.test/liste?page=1'), 'calendar', 'https://x.test/#/jour');
    const trial = withTrial(met);
    expect(trial.trying).toEqual(['calendar', 'list']);
    expect(trial.visited).toEqual({ list: '/liste?page=1', calendar: '/#/jour' });
    const outcome = (page: 'calendar' | 'list') => ({ page, ok: true, missing: [], counts: {} });
    const after = withOutcome(withOutcome(trial, outcome('calendar')), outcome('list'));
    expect(after.trying).toBeNull();
    expect(after.outcomes.map(({ page }) => page)).toEqual(['calendar', 'list']);
  });

  it('C5 an address with numbers stands for all of its kind, and one that is all numbers for none', () => {
    expect(toPattern('https://x.test/Demandes/R-1041?vue=2')).toBe('/demandes/*');
    expect(toPattern('https://x.test/a/2026-11-24/12/edit')).toBe('/a/*/*/edit');
    expect(toPattern('https://x.test/#!/form/12')).toBe('/#!/form/*');
    expect(toPattern('nothing')).toBeNull();
  });
});

describe('the words', () => {
  it('C4 every anchor has a name in both languages, and every one that is asked for its question', () => {
    for (const anchor of [...anchorNames, 'grid', 'gridDay']) {
      expect(Object.keys(anchorsFr)).toContain(`anchor_${anchor}`);
      expect(Object.keys(anchorsEn)).toContain(`anchor_${anchor}`);
      expect(Object.keys(calibrationFr)).toContain(`ask_${anchor}`);
    }
  });

  it('C5 a page asks only for anchors that it may have', () => {
    for (const page of journeyPages) {
      for (const { anchor } of journey[page]) expect([page, anchor, needOf(anchor).pages.includes(page)]).toEqual([page, anchor, true]);
    }
  });
});
