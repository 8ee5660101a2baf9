import { resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Wait } from '../../../lib/domain/waits.ts';
import { waitsStore } from '../../../lib/state/waits-store.ts';
import { DAY, HOUR, NOW } from '../../lib/samples.ts';
import { buttons, clean, draw, press, textOf } from './draw.tsx';

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

  it('F04 says nothing of what is still taken, or is over', () => {
    const popup = draw({ waits: [{ ...wait, freed: null }, { ...wait, start: NOW - HOUR, end: NOW }] });
    expect(textOf(popup)).not.toContain('Une plage');
  });
});
