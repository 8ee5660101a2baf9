/** What the bodies of meetings and webinars have in common, and what is refused before Zoom is asked. */
import { MINUTE } from '../../lib/domain/zone.ts';
import { agendaOf } from './agenda.ts';
import { ownProblem } from './problems.ts';
import type { ConferenceOrder, Instant, ZoomProblem } from './types.ts';

export interface Common {
  topic: string;
  agenda: string;
  /** `2026-11-24T14:00:00Z`: UTC, without milliseconds (Z9). */
  start_time: string;
  timezone: string;
  /** Whole minutes, rounded up (Z12). */
  duration: number;
}

/** Zoom's list, as far as it could be read, has Montréal and not Toronto (zoom.md § 0.10): for display only. */
const TIMEZONE = 'America/Montreal';
const TOPIC_MAXIMUM = 200;

export const zoomTime = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

export const minutesOf = ({ start, end }: Pick<ConferenceOrder, 'start' | 'end'>): number => Math.max(1, Math.ceil((end - start) / MINUTE));

export const commonOf = (order: ConferenceOrder): Common => ({
  topic: order.topic,
  agenda: agendaOf(order.marker, order.description),
  start_time: zoomTime(order.start),
  timezone: TIMEZONE,
  duration: minutesOf(order),
});

/**
 * Zoom would turn a meeting whose hour is past into an instant one (Z11), and cut or refuse a long topic (Z6).
 * @returns null when the order may go to Zoom
 */
export function faultOf(order: ConferenceOrder, now: Instant): ZoomProblem | null {
  if (order.topic.trim() === '') return ownProblem('invalid', 'order: empty topic', true);
  // A person counts characters, Zoom perhaps UTF-16 units: the contract lets 200 characters through, Zoom judges the rest.
  if ([...order.topic].length > TOPIC_MAXIMUM) return ownProblem('invalid', `order: topic longer than ${TOPIC_MAXIMUM} characters`, true);
  if (!/^\[[A-Z]{2,8}:[^\]\r\n]{1,200}\]$/u.test(order.marker)) return ownProblem('invalid', 'order: marker of another shape', true);
  if (!(order.end > order.start)) return ownProblem('invalid', 'order: ends before it starts', true);
  if (order.start <= now) return ownProblem('invalid', 'order: starts in the past', true);
  if (order.hostUserId === 'me' || order.hostUserId.trim() === '') return ownProblem('configuration', 'order: no host', true);
  return null;
}
