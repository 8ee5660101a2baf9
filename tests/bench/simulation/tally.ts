/** What a year adds up to, over all licences; Zoom's calls by minute, since its limits are by second and by day. */
const DAY = 86_400_000;
const MINUTE = 60_000;
const DAYS = 430;

export const labels = ['light', 'medium', 'heavy'] as const;
export type Label = (typeof labels)[number];

export interface Tally {
  asked: number;
  approved: number;
  conflicts: number;
  cancelled: number;
  /** Approved too late for Zoom to make it in time, the limit of the day being used up. */
  tooLate: number;
  mails: number;
  submissions: number;
  /** Licence and UTC day on which the hundred creations and changes were used up. */
  parkedDays: number;
  /** The longest wait for the next UTC day, in milliseconds. */
  longestWait: number;
  calls: Record<Label, number>;
  /** @param at milliseconds since the beginning of the year */
  call(label: Label, at: number): void;
  /** An effect that waits from one instant to another: the reminders of all that is to come. */
  waits(from: number, to: number): void;
  peaks(): { waiting: number; heavyDay: number; perSecond: Record<Label, number>; day: number };
}

export function createTally(): Tally {
  const minutes = Object.fromEntries(labels.map((label) => [label, new Uint32Array((DAYS * DAY) / MINUTE)])) as unknown as Record<Label, Uint32Array>;
  const waiting = new Int32Array(DAYS);
  const dayOf = (at: number): number => Math.min(DAYS - 1, Math.max(0, Math.floor(at / DAY)));
  const largest = (list: ArrayLike<number>): number =>
    Array.prototype.reduce.call(list, (most: unknown, next: unknown) => Math.max(most as number, next as number), 0) as number;
  const sumOf = (list: Uint32Array): number => list.reduce((sum, count) => sum + count, 0);
  const byDay = (list: Uint32Array): number[] =>
    Array.from({ length: DAYS }, (_, day) => sumOf(list.subarray((day * DAY) / MINUTE, ((day + 1) * DAY) / MINUTE)));
  return {
    asked: 0, approved: 0, conflicts: 0, cancelled: 0, tooLate: 0, mails: 0, submissions: 0, parkedDays: 0, longestWait: 0,
    calls: { light: 0, medium: 0, heavy: 0 },
    call(label, at) {
      this.calls[label] += 1;
      const minute = Math.min(minutes[label].length - 1, Math.max(0, Math.floor(at / MINUTE)));
      minutes[label][minute] = (minutes[label][minute] ?? 0) + 1;
    },
    waits(from, to) {
      waiting[dayOf(from)] = (waiting[dayOf(from)] ?? 0) + 1;
      waiting[dayOf(to)] = (waiting[dayOf(to)] ?? 0) - 1;
    },
    peaks() {
      let now = 0;
      const levels = Array.from(waiting, (change) => (now += change));
      const days = labels.map((label) => byDay(minutes[label]));
      return {
        waiting: largest(levels),
        heavyDay: largest(days[2] ?? []),
        day: largest(Array.from({ length: DAYS }, (_, day) => days.reduce((sum, list) => sum + (list[day] ?? 0), 0))),
        perSecond: Object.fromEntries(labels.map((label) => [label, largest(minutes[label]) / 60])) as Record<Label, number>,
      };
    },
  };
}
