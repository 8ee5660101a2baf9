/** The days without a host, one a line: « 2026-12-24 » or « 2026-12-24 au 2027-01-04 ». Pure. */
import type { BlackoutDays } from '../../../lib/domain/blackouts.ts';
import { readDate, refuse, type Answer, type Reader } from '../readers.ts';

const MAXIMUM = 100;

export const formatBlackouts = (days: readonly BlackoutDays[] | undefined): string =>
  (days ?? []).map(({ from, until }) => (from === until ? from : `${from} au ${until}`)).join('\n');

function readLineOf(text: string): Answer<BlackoutDays> {
  const [first = '', last = first, ...more] = text.trim().split(/\s+(?:au|à|to|-|–)\s+/u);
  const [from, until] = [readDate(first), readDate(last)];
  if (!from.ok || !until.ok || more.length > 0) return refuse('blackoutLine', { line: text.trim().slice(0, 40) });
  return until.value < from.value ? refuse('dateOrder', { date: from.value }) : { ok: true, value: { from: from.value, until: until.value } };
}

export const readBlackouts: Reader<BlackoutDays[]> = (text) => {
  const values: BlackoutDays[] = [];
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() === '') continue;
    const answer = readLineOf(line);
    if (!answer.ok) return answer;
    values.push(answer.value);
  }
  return values.length > MAXIMUM ? refuse('tooManyLines', { count: values.length, maximum: MAXIMUM }) : { ok: true, value: values };
};
