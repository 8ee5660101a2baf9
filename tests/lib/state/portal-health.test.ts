import { describe, expect, it } from 'vitest';
import { featureHealth, isRestless, missedAnchors, pagesOfFeature, redAnchors, wasSeen, withReport } from '../../../lib/state/portal-health.ts';
import type { Health, KeptHealth } from '../../../lib/state/health-store.ts';
import { allFeatures } from '../features/features.ts';
import { NOW } from '../samples.ts';

const form: KeptHealth = { page: 'form', anchors: [{ anchor: 'save', health: 'missing', matches: 0 }, { anchor: 'title', health: 'found', matches: 1 }, { anchor: 'resource', health: 'several', matches: 2 }, { anchor: 'email', health: 'missing', matches: 0 }], failures: [{ feature: 'required-facts', anchor: 'freeText' }], at: NOW };
const health: Health = {
  iris: {
    form,
    calendar: { page: 'calendar', anchors: [{ anchor: 'gridDay', health: 'missing', matches: 0 }, { anchor: 'criteria', health: 'missing', matches: 0 }], failures: [], at: NOW },
  },
};

describe('the health of a portal', () => {
  it('C4 names each needed anchor that is missing or stands several times, with its page; an optional one is no fault', () => {
    expect(redAnchors(health, 'iris').map(({ anchor, page, health: how }) => [anchor, page, how])).toEqual([['save', 'form', 'missing'], ['resource', 'form', 'several'], ['gridDay', 'calendar', 'missing'], ['criteria', 'calendar', 'missing']]);
    expect(redAnchors(health, 'autre')).toEqual([]);
  });

  it('C4 tells a page that is redrawn without end from an anchor that is missing', () => {
    expect([isRestless(['save']), isRestless(['save', 'storm']), missedAnchors(['save', 'storm'])]).toEqual([false, true, ['save']]);
  });

  it('U16 gives each feature its light', () => {
    const portals = [{ id: 'iris', name: 'IRIS' }];
    expect(featureHealth(health, portals, 'required-facts')).toEqual({ state: 'fails', portal: 'IRIS', anchors: ['freeText', 'save', 'resource'] });
    expect(featureHealth(health, portals, 'show-licence')).toMatchObject({ state: 'fails', anchors: ['gridDay', 'criteria'] });
    const { form } = health['iris'] ?? {};
    expect(featureHealth({ iris: form ? { form: { ...form, anchors: [], failures: [] } } : {} }, portals, 'required-facts')).toEqual({ state: 'well' });
    expect(featureHealth({ iris: form ? { form } : {} }, portals, 'show-licence')).toEqual({ state: 'unseen' });
    expect(featureHealth({}, portals, 'show-licence')).toEqual({ state: 'unseen' });
    expect(wasSeen({}, 'iris')).toBe(false);
  });

  it('U16 a feature stands with the pages that it runs on', async () => {
    const features = await allFeatures();
    for (const [id, pages] of Object.entries(pagesOfFeature)) {
      expect(features.find((feature) => feature.id === id)?.pages).toEqual(expect.arrayContaining([...pages]));
    }
  });

  it('C4 says of each red anchor when it was last well, on its own page and with the profile in force', () => {
    const report = (health: 'found' | 'missing') => ({ page: 'form' as const, anchors: [{ anchor: 'save', health, matches: 0 }], failures: [] });
    const well = withReport({}, 'iris', report('found'), '1', NOW);
    const lost = withReport(well, 'iris', report('missing'), '1', NOW + 60_000);
    const stillLost = withReport(lost, 'iris', report('missing'), '1', NOW + 120_000);
    const lastWell = (of: Health) => redAnchors(of, 'iris').map((red) => [red.at, red.lastWell]);
    expect([lastWell(well), lastWell(lost), lastWell(stillLost)]).toEqual([[], [[NOW + 60_000, NOW]], [[NOW + 120_000, NOW]]]);
    expect(lastWell(withReport(lost, 'iris', report('missing'), '1.1', NOW + 120_000))).toEqual([[NOW + 120_000, null]]);
    expect(lastWell(withReport(lost, 'iris', { ...report('missing'), page: 'detail' }, '1', NOW + 120_000))).toEqual([[NOW + 60_000, NOW], [NOW + 120_000, null]]);
    expect(lastWell(withReport(well, 'autre', report('missing'), '1', NOW))).toEqual([]);
  });
});
