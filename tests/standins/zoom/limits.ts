/** The limits of calls a second and a day, by label and plan (zoom.md § 2.5), and the lock on one host's writes. */
import type { Plan } from './account.ts';
import { refuse } from './refusal.ts';

export type Label = 'light' | 'medium' | 'heavy';

const perSecond: Record<Plan, Record<Label, number>> = {
  free: { light: 4, medium: 2, heavy: 1 },
  pro: { light: 30, medium: 20, heavy: 10 },
  business: { light: 80, medium: 60, heavy: 40 },
};
/** Pro and Business have one only for heavy calls. */
const perDay: Record<Plan, Partial<Record<Label, number>>> = {
  free: { light: 6000, medium: 2000, heavy: 1000 },
  pro: { heavy: 30_000 },
  business: { heavy: 60_000 },
};

export type Limits = ReturnType<typeof createLimits>;

export function createLimits(plan: Plan, now: () => number, enforced: boolean) {
  let second = -1;
  let day = '';
  let inSecond: Record<Label, number> = { light: 0, medium: 0, heavy: 0 };
  let inDay: Record<Label, number> = { light: 0, medium: 0, heavy: 0 };
  const writing = new Set<string>();

  return {
    /** @returns the headers that tell how much is left @throws {Refusal} 429 */
    count(label: Label): Record<string, string> {
      const instant = now();
      const today = new Date(instant).toISOString().slice(0, 10);
      if (Math.floor(instant / 1000) !== second) inSecond = { light: 0, medium: 0, heavy: 0 };
      if (today !== day) inDay = { light: 0, medium: 0, heavy: 0 };
      second = Math.floor(instant / 1000);
      day = today;
      const category = label.toUpperCase();
      const limit = perSecond[plan][label];
      const daily = perDay[plan][label];
      if (enforced && daily !== undefined && inDay[label] >= daily) throw refuse.perDay(category, daily, `${new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 19)}Z`);
      if (enforced && inSecond[label] >= limit) throw refuse.perSecond(category, limit, instant);
      inSecond[label] += 1;
      inDay[label] += 1;
      return { 'x-ratelimit-category': category, 'x-ratelimit-type': 'QPS', 'x-ratelimit-limit': String(limit), 'x-ratelimit-remaining': String(Math.max(0, limit - inSecond[label])) };
    },
    /** Two writes of one host at once: the second is refused. @returns the release @throws {Refusal} 429 */
    lock(hostId: string | null): () => void {
      if (hostId === null || !enforced) return () => undefined;
      if (writing.has(hostId)) throw refuse.concurrent();
      writing.add(hostId);
      return () => void writing.delete(hostId);
    },
  };
}
