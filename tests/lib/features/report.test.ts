import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bookingMessage, contentMessage } from '../../../lib/messages/content.ts';
import { report } from '../../../lib/features/report.ts';
import { toReadingMessage } from '../../../lib/features/reading-message.ts';
import { allFamilies, markup } from '../portal/pages.ts';
import { booking, NINE } from './fixtures.ts';
import { startOn } from './page.ts';

describe('what the worker is told of a page', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const started = (page: string, clock?: () => number) => {
    const running = startOn([report], markup(page), clock === undefined ? {} : { clock });
    vi.runAllTimers();
    return running;
  };

  it.each(allFamilies.flatMap((family) => (['calendar', 'list', 'detail', 'form', 'signIn'] as const).map((page) => `${family}/${page}`)))('%s gives messages that the worker’s border takes', (page) => {
    const { sent } = started(page);
    expect(sent.length).toBeGreaterThan(0);
    for (const message of sent) expect(contentMessage.safeParse(message).error?.issues).toBeUndefined();
  });

  it('S0-47 tells of bookings of our services only, and of nobody in the others', () => {
    const { sent } = started('classic/calendar');
    const reading = sent.find(({ type }) => type === 'overlay.reading');
    expect(reading).toMatchObject({ reading: { source: 'grid' } });
    expect(JSON.stringify(reading)).toContain('Forum des cadres');
    expect(JSON.stringify(reading)).not.toContain('Comité de 10 h');
  });

  it('is not told again what has not changed', () => {
    const { sent, page } = started('classic/list');
    const before = sent.length;
    page.redrawn();
    page.redrawn();
    vi.runAllTimers();
    expect(sent).toHaveLength(before);
  });

  it('is told when it has', () => {
    const { sent, page, shown } = started('classic/calendar');
    [...shown.querySelectorAll('.resa')].find((one) => one.textContent?.includes('Forum'))!.remove();
    page.redrawn();
    vi.runAllTimers();
    expect(sent.filter(({ type }) => type === 'overlay.reading')).toHaveLength(2);
  });

  it('F12 hears which anchors are there and which feature stopped', () => {
    const { sent, page } = started('classic/form');
    page.fail({ feature: 'show-licence', anchor: 'criteria' });
    vi.runAllTimers();
    const last = sent.filter(({ type }) => type === 'overlay.health').at(-1);
    expect(last).toMatchObject({ page: 'form', failures: [{ feature: 'show-licence', anchor: 'criteria' }] });
    expect(last).toHaveProperty('anchors', expect.arrayContaining([expect.objectContaining({ anchor: 'title', health: 'found' })]));
  });

  it('C4 is told again after ten minutes that all is well, so that it knows when an anchor was last well', () => {
    vi.setSystemTime(0);
    const { sent, page } = started('classic/form', () => Date.now());
    const healths = (): number => sent.filter(({ type }) => type === 'overlay.health').length;
    const later = (minutes: number): number => {
      vi.setSystemTime(minutes * 60_000);
      page.redrawn();
      vi.runAllTimers();
      return healths();
    };
    expect([later(1), later(9), later(11), later(19), later(21)]).toEqual([1, 1, 2, 2, 3]);
  });

  it('is told nothing more once it has stopped', () => {
    const { sent, stop, page } = started('classic/calendar');
    const before = sent.length;
    page.fail({ feature: 'x', anchor: 'y' });
    stop();
    vi.runAllTimers();
    expect(sent).toHaveLength(before);
  });
});

describe('a reading for the worker', () => {
  const reading = (...bookings: Parameters<typeof booking>[0][]) => ({ bookings: bookings.map(booking), complete: true, from: null, to: null, at: NINE, source: 'list' as const });

  it('keeps a requester whose e-mail cannot be one, without it', () => {
    const { bookings, complete } = toReadingMessage(reading({ requester: { name: 'Julie', email: 'julie@' } }));
    expect([bookings[0]?.requester, complete]).toEqual([{ name: 'Julie', email: null }, true]);
  });

  it.each([
    ['a title', { title: 'x'.repeat(10_001) }],
    ['a resource', { resource: 'x'.repeat(301) }],
    ['an establishment', { establishment: 'x'.repeat(301) }],
    ['a number', { number: '2026 \u0007' }],
    ['a requester', { requester: { name: 'x'.repeat(301), email: null } }],
    ['an address', { page: `https://www.irisreservation.ca/${'x'.repeat(2000)}` }],
  ])('loses at the worker’s border a booking with %s, and is then no longer complete', (_what, wrong) => {
    const message = contentMessage.parse({ type: 'overlay.reading', reading: toReadingMessage(reading({}, wrong)) });
    expect(message.type === 'overlay.reading' && [message.reading.bookings.length, message.reading.complete]).toEqual([1, false]);
    expect(bookingMessage.safeParse(booking(wrong)).success).toBe(false);
  });
});
