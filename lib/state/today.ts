/** The day of the event (F06): which bookings the run sheet holds, what is live, and which settings it compares. Pure. */
import type { ComparedSetting as FreshSetting } from '../contract/day.ts';
import type { ConferenceRules } from '../contract/rules.ts';
import type { Instant } from '../domain/booking.ts';
import { normalise } from '../domain/text.ts';
import { toLocal } from '../domain/time.ts';
import type { ServiceCard } from '../services/card.ts';
import type { BookingView } from './view.ts';

const isOff = ({ booking, ledger }: BookingView): boolean =>
  booking.status === 'cancelled' || booking.status === 'rejected' || ['cancelled', 'cancelling', 'rejected'].includes(ledger?.state ?? '');

/** Approved bookings of Toronto's day, and those that run into it, by their beginning. */
export function todayOf(views: readonly BookingView[], now: Instant): BookingView[] {
  const day = toLocal(now).date;
  return views.filter((view) => {
    const { status, start, end } = view.booking;
    const isGranted = status === 'approved' || view.group === 'planned';
    return isGranted && !isOff(view) && (toLocal(start).date === day || (start < now && (end > now || view.ledger?.state === 'live')));
  });
}

/** The live event that holds the licence of this one (S0-06, Z52); null when nothing is in the way, as far as is known. */
export function liveBefore(view: BookingView, views: readonly BookingView[]): BookingView | null {
  const isInTheWay = (other: BookingView): boolean => other.key !== view.key && other.booking.serviceId === view.booking.serviceId && other.ledger?.state === 'live';
  return views.find(isInTheWay) ?? null;
}

/** Settings of the card that are read back, in the order in which a host meets them; the words are those of `differences`. */
export const comparedSettings = ['waitingRoom', 'muteOnEntry', 'hostVideo', 'participantVideo', 'recording', 'authentication', 'practiceSession'] as const;
export type ComparedSetting = (typeof comparedSettings)[number];

export interface SettingLine {
  setting: ComparedSetting;
  /** What the card asks for: a key of the texts, `off`, `on`, `local`. */
  wanted: 'on' | 'off' | 'offThenOn' | 'optional' | 'local' | 'cloud';
  /** `differs` Zoom has it otherwise · `unread` it could not be read back. */
  found: 'same' | 'differs' | 'unread';
  /** What Zoom shows, when it was asked just now: `on`, `off`, `cloud`. */
  shown: string | null;
}

const onOff = (value: boolean): 'on' | 'off' => (value ? 'on' : 'off');

function wantedOf(setting: ComparedSetting, rules: ConferenceRules): SettingLine['wanted'] {
  switch (setting) {
    case 'waitingRoom':
      return rules.waitingRoom;
    case 'recording':
      return rules.recording === 'none' ? 'off' : rules.recording;
    case 'authentication':
      return onOff(rules.authenticationRequired);
    default:
      return onOff(rules[setting]);
  }
}

/** What differs between the card and Zoom, in machine words: as read just now, else as the companion last read it. */
export const differencesOf = (view: BookingView, fresh: readonly FreshSetting[] | null): readonly string[] | null =>
  fresh?.filter(({ holds }) => holds === false).map(({ setting }) => setting) ?? view.ledger?.conference?.differences ?? null;

/**
 * The card against what Zoom answered; null before there is a conference. What differs and is no setting of the card is
 * left to its own sentence.
 * @param fresh what Zoom showed just now; null: not asked since
 */
export function settingLines(view: BookingView, card: Pick<ServiceCard, 'rules'> | undefined, fresh: readonly FreshSetting[] | null = null): SettingLine[] | null {
  const differences = differencesOf(view, fresh);
  if (differences === null || card === undefined) return null;
  const isRead = !differences.includes('unread');
  // A permanent room is not made for the booking, hence not read back.
  if (card.rules.kind === 'permanent') return null;
  const hasPractice = view.ledger?.conference?.kind === 'webinar';
  return comparedSettings
    .filter((setting) => setting !== 'practiceSession' || hasPractice)
    .map((setting) => ({
      setting,
      wanted: wantedOf(setting, card.rules),
      found: !isRead ? 'unread' : differences.includes(setting) ? 'differs' : 'same',
      shown: fresh?.find((one) => one.setting === setting)?.shown ?? null,
    }));
}

export interface CheckItem {
  id: string;
  /** Null: a line of ours, whose text is the dictionary's. */
  text: string | null;
  /** A question that must be answered, yes or no, before the conference is opened (S1-34). */
  isAsked: boolean;
}

/** What the host ticks: the card's own lines, and the waiting room where the card says how it must be but no line speaks of it (S0-19). */
export function checklistOf(card: Pick<ServiceCard, 'checklist' | 'rules'> | undefined): CheckItem[] {
  if (card === undefined) return [];
  const { waitingRoom } = card.rules;
  // S1-22: off when it opens, so that only a person can turn it on.
  const isAsked = waitingRoom === 'offThenOn';
  const named = card.checklist.find((text) => /salle d'attente|waiting room/u.test(normalise(text)));
  const own = card.checklist.map((text): CheckItem => ({ id: text, text, isAsked: isAsked && text === named }));
  if (named !== undefined || waitingRoom === 'optional') return own;
  const id = { off: 'noWaitingRoom', on: 'waitingRoom', offThenOn: 'waitingRoomThen' }[waitingRoom];
  return [...own.slice(0, 1), { id, text: null, isAsked }, ...own.slice(1)];
}

/** Whether a question of the day's list still waits for an answer: nobody opens the conference before (S1-34). */
export const isUnanswered = (card: Pick<ServiceCard, 'checklist' | 'rules'> | undefined, ticks: Readonly<Record<string, unknown>>): boolean =>
  checklistOf(card).some(({ id, isAsked }) => isAsked && ticks[id] === undefined);
