import { resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Wait } from '../../../lib/domain/waits.ts';
import { waitsStore } from '../../../lib/state/waits-store.ts';
import { booking, DAY, HOUR, NOW, portalReading } from '../../lib/samples.ts';
import { buttons, clean, draw, openTab, press, textOf } from './draw.tsx';

const wait: Wait = { portal: 'iris', serviceId: 'web5000', start: NOW + DAY, end: NOW + DAY + HOUR, asked: NOW - DAY, freed: NOW - HOUR };

describe('F04 a slot that was waited for', () => {
  beforeEach(() => void resetBrowser());
  afterEach(clean);

  it('F04 A5 is said to be free, with when it was seen so, until the person stops following it', async () => {
    await waitsStore.update(() => [wait]);
    const popup = draw({ waits: [wait] });
    expect(textOf(popup)).toContain('Une plage que vous attendiez est libre');
    expect(textOf(popup)).toContain('mardi 24 novembre 2026, de 10 h 00 à 11 h 00');
    press(buttons(popup, /Ne plus la suivre/u)[0]);
    await vi.waitFor(async () => expect(await waitsStore.load()).toEqual([]));
  });

  it('F04 A5 can be followed by whoever was refused, from the history', async () => {
    const refused = booking({ status: 'rejected', requester: { name: 'Marc Pelletier', email: 'marc.pelletier@exemple.test' } });
    const popup = draw({ readings: { iris: portalReading([refused]) } });
    openTab(popup, /Historique/u);
    press(buttons(popup, /M’avertir si cette plage se libère/u)[0]);
    await vi.waitFor(async () => expect(await waitsStore.load()).toEqual([{ portal: 'iris', serviceId: 'web5000', start: refused.start, end: refused.end, asked: NOW, freed: null }]));
    draw({ readings: { iris: portalReading([refused]) }, waits: await waitsStore.load() });
    expect(textOf(popup)).toContain('quand le calendrier de ce jour est ouvert');
    press(buttons(popup, /Ne plus la suivre/u)[0]);
    await vi.waitFor(async () => expect(await waitsStore.load()).toEqual([]));
  });

  it('F04 offers nothing of the kind for another person’s refused request', () => {
    const popup = draw({ readings: { iris: portalReading([booking({ status: 'rejected' })]) } });
    openTab(popup, /Historique/u);
    expect(buttons(popup, /M’avertir/u)).toEqual([]);
  });

  it('F04 says nothing of what is still taken, or is over', () => {
    const popup = draw({ waits: [{ ...wait, freed: null }, { ...wait, start: NOW - HOUR, end: NOW }] });
    expect(textOf(popup)).not.toContain('Une plage');
  });
});
