import { describe, expect, it } from 'vitest';
import { formatBlackouts, readBlackouts } from '../../../components/options/services/blackout-lines.ts';

describe('F04 the days without a host, as an admin writes them', () => {
  it('F04 are a day or a period a line, and are shown again as they were meant', () => {
    const text = '2026-12-24 au 2027-01-04\n\n 2026-06-23 \n2026-07-02 – 2026-07-03';
    const read = readBlackouts(text);
    expect(read).toEqual({ ok: true, value: [{ from: '2026-12-24', until: '2027-01-04' }, { from: '2026-06-23', until: '2026-06-23' }, { from: '2026-07-02', until: '2026-07-03' }] });
    expect(read.ok && formatBlackouts(read.value)).toBe('2026-12-24 au 2027-01-04\n2026-06-23\n2026-07-02 au 2026-07-03');
    expect([readBlackouts(''), formatBlackouts(undefined)]).toEqual([{ ok: true, value: [] }, '']);
  });

  it.each([['Noël', 'blackoutLine'], ['2026-02-30', 'blackoutLine'], ['2026-12-24 au', 'blackoutLine'], ['2026-12-25 au 2026-12-24', 'dateOrder'], ['2026-12-01 au 2026-12-02 au 2026-12-03', 'blackoutLine']])('F04 « %s » is refused with its reason', (text, code) => {
    expect(readBlackouts(text)).toMatchObject({ ok: false, problem: { code } });
  });
});
