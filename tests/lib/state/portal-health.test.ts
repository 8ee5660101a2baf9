import { describe, expect, it } from 'vitest';
import { featureHealth, isRestless, missedAnchors, pagesOfFeature, portalDiagnostic, redAnchors, wasSeen } from '../../../lib/state/portal-health.ts';
import type { Health } from '../../../lib/state/health-store.ts';
import { allFeatures } from '../features/features.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { NOW } from '../samples.ts';

const health: Health = {
  iris: {
    form: { page: 'form', anchors: [{ anchor: 'save', health: 'missing', matches: 0 }, { anchor: 'title', health: 'found', matches: 1 }, { anchor: 'resource', health: 'several', matches: 2 }, { anchor: 'email', health: 'missing', matches: 0 }], failures: [{ feature: 'required-facts', anchor: 'freeText' }], at: NOW },
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
    for (const [id, pages] of Object.entries(pagesOfFeature)) expect(features.find((feature) => feature.id === id)?.pages).toEqual(expect.arrayContaining([...pages]));
  });

  it('U26 the diagnostic says versions, pages and anchors, and nothing else', () => {
    const text = portalDiagnostic(health, 'iris', { ...iris, taught: 3 }, '1.2.3');
    expect(text).toContain('Passerelle 1.2.3');
    expect(text).toContain('profile: 1.3');
    expect(text).toContain('  anchor save: missing (0)');
    expect(text).toContain('  failure required-facts: freeText');
    expect(text.split('\n').every((line) => /^(?:Passerelle|portal:|calibrated:|page |  anchor |  failure )/u.test(line))).toBe(true);
  });
});
