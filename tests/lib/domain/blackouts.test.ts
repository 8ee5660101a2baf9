import { describe, expect, it } from 'vitest';
import { blackoutSpans } from '../../../lib/domain/blackouts.ts';

const iso = (days: Parameters<typeof blackoutSpans>[0]) =>
  blackoutSpans(days).map(({ start, end }) => [new Date(start).toISOString(), new Date(end).toISOString()]);

describe('F04 days without a host', () => {
  it('F04 go from midnight to midnight by Toronto’s clock, the last day included, over a clock change too', () => {
    expect(iso([{ from: '2026-12-24', until: '2027-01-04' }])).toEqual([['2026-12-24T05:00:00.000Z', '2027-01-05T05:00:00.000Z']]);
    expect(iso([{ from: '2026-11-01', until: '2026-11-01' }])).toEqual([['2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z']]);
  });

  it('F04 are taken either way round, and are none when the card has none', () => {
    expect(iso([{ from: '2026-12-02', until: '2026-12-01' }])).toEqual([['2026-12-01T05:00:00.000Z', '2026-12-03T05:00:00.000Z']]);
    expect(iso(undefined)).toEqual([]);
  });
});
