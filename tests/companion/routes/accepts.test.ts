import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { accepts } from '../../../companion/routes/accepts.ts';
import { event, type EventType } from '../../../lib/contract/event.ts';
import { bookingAt, DAY, eventOf, MONDAY } from '../support/bookings.ts';

const types = ['booking.requested', 'booking.approved', 'booking.changed', 'booking.rejected', 'booking.cancelled'] as const satisfies readonly EventType[];
const asSent = (type: EventType): unknown => JSON.parse(JSON.stringify(eventOf(type, bookingAt(MONDAY + 2 * DAY), { at: MONDAY })));

/** Every place of a value, as the way to it. */
function placesOf(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([name, member]) => placesOf(member, [...way, name]))];
}

type Change = { do: 'replace'; by: unknown } | { do: 'remove' } | { do: 'add'; name: string; value: unknown };

/** As JSON would bring it: « __proto__ » is a member as any other there. */
function changed(value: unknown, [name, ...rest]: readonly string[], change: Change): unknown {
  if (name === undefined) {
    if (change.do === 'replace') return change.by;
    if (change.do !== 'add' || typeof value !== 'object' || value === null) return value;
    return Object.defineProperty({ ...value }, change.name, { value: change.value, enumerable: true, configurable: true, writable: true });
  }
  const copy = { ...(value as Record<string, unknown>) };
  if (rest.length === 0 && change.do === 'remove') delete copy[name];
  else copy[name] = changed(copy[name], rest, change);
  return copy;
}

const anything = fc.oneof(fc.jsonValue(), fc.constantFrom('', ' ', 'a b', '\u0000', 'x'.repeat(301), '2026-13-01T00:00:00Z', 'http://exemple.ca', 'https://u:p@exemple.ca', -1, 0, 1.5, 1e9, Number.MAX_VALUE, null, [], {}));
const change: fc.Arbitrary<Change> = fc.oneof(
  anything.map((by): Change => ({ do: 'replace', by })),
  fc.constant<Change>({ do: 'remove' }),
  fc.tuple(fc.constantFrom('__proto__', 'constructor', 'extra', 'reason', 'comment', 'recordingHours'), anything).map(([name, value]): Change => ({ do: 'add', name, value })),
);

describe('the quick yes to an event', () => {
  it.each(types)('says it to %s, so that zod is not asked', (type) => {
    expect(accepts(event, asSent(type))).toBe(true);
  });

  it('R7 says it to nothing that the schema refuses or would change, whatever is altered where', () => {
    fc.assert(fc.property(fc.constantFrom(...types), fc.nat(), change, (type, at, how) => {
      const sent = asSent(type);
      const places = placesOf(sent);
      const altered = changed(sent, places[at % places.length] ?? [], how);
      const parsed = event.safeParse(altered);
      // What is right is nearly always seen as right; what is not, never taken.
      expect(accepts(event, altered)).toBe(parsed.success);
      if (parsed.success) expect(parsed.data).toEqual(altered);
    }), { numRuns: 5000 });
  });

  it.each([
    ['a kind of schema that is not known', z.array(z.string()), []],
    ['a text that would come out changed', z.string().check(z.trim()), 'a'],
    ['a check that is not known', z.string().check(z.startsWith('a')), 'a'],
    ['an object that lets more in', z.object({ one: z.string() }), { one: 'a' }],
  ])('leaves %s to zod', (_title, schema, value) => {
    expect(schema.safeParse(value).success).toBe(true);
    expect(accepts(schema, value)).toBe(false);
  });
});
