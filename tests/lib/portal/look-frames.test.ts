import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { lookWithFrame } from '../../../lib/portal/look-frames.ts';
import { LOOKING_MAXIMUM } from '../../../lib/portal/share.ts';
import { show } from './pages.ts';

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** @param length of a look, milliseconds */
function looking(length = 0) {
  const page = show('<!doctype html><body></body>');
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const looks = { count: 0, now: 0 };
  const ask = lookWithFrame({ document: page, signal: end.signal, clock: () => looks.now }, () => {
    looks.count += 1;
    looks.now += length;
  });
  return { page, looks, ask, end };
}

describe('looking at a page that changes', () => {
  it('G1 is done once before the next frame, however often it was asked for', async () => {
    const { looks, ask } = looking();
    ask();
    ask();
    expect(looks.count).toBe(0);
    await frame();
    expect(looks.count).toBe(1);
    ask();
    await frame();
    expect(looks.count).toBe(2);
  });

  it('A5 is done though the tab is hidden before the frame, once', () => {
    const { page, looks, ask } = looking();
    vi.spyOn(page.defaultView!, 'requestAnimationFrame').mockReturnValue(7 as never);
    onTestFinished(() => void vi.restoreAllMocks());
    ask();
    page.dispatchEvent(new Event('visibilitychange'));
    expect(looks.count).toBe(1);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(looks.count).toBe(1);
  });

  it('rests after looks that took too much of the page’s time, so that it goes on drawing, and then looks again', async () => {
    const { looks, ask } = looking(LOOKING_MAXIMUM * 0.6);
    for (let count = 0; count < 2; count += 1) {
      ask();
      await frame();
    }
    expect(looks.count).toBe(2);
    ask();
    for (let frames = 0; frames < 10; frames += 1) await frame();
    expect(looks.count).toBe(2);
    await vi.waitFor(() => expect(looks.count).toBe(3), 10_000);
  });

  it('ends with its signal', async () => {
    const { looks, ask, end } = looking();
    ask();
    end.abort();
    ask();
    await frame();
    expect(looks.count).toBe(0);
  });
});
