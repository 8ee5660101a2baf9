/**
 * What the companion asks of a conference service. Everything that is particular to Zoom's API stays behind
 * this interface: the ledger and the worker never see a code, a header or a body of Zoom.
 */
import type { Instant } from '../../lib/domain/booking.ts';
import type { ConferenceRules } from '../../lib/contract/rules.ts';
import type { Language } from '../../lib/i18n/translate.ts';

export type { ConferenceRules, Instant };

export type ConferenceKind = 'webinar' | 'meeting';

export interface Presenter {
  name: string;
  email: string | null;
}

/** A conference as it must be made. */
export interface ConferenceOrder {
  /** `[MGR:<ref>:<hmac8>]`: goes first in the agenda, since Zoom's lists return only its first 250 characters (Z5). */
  marker: string;
  /** At most 200 characters, verbatim (Z6, Z7). */
  topic: string;
  /** The rest of the agenda; cut at Zoom's 2,000 characters, the marker is kept (Z8). */
  description: string;
  start: Instant;
  end: Instant;
  /** Zoom's user id or e-mail of the licence holder. Never `me` (zoom.md § 2.1). */
  hostUserId: string;
  rules: ConferenceRules;
  capacity: number;
  participants: number;
  presenter: Presenter;
}

/** A conference as Zoom says it is. Never holds a start link. */
export interface CreatedConference {
  kind: ConferenceKind;
  /** Zoom's number, as text (zoom.md § 2.2). */
  id: string;
  /** Zoom's current one: it changes with the passcode (Z81). */
  joinLink: string;
  passcode: string | null;
  /** Empty when the account has no telephone numbers. */
  dialIn: { number: string; country: string }[];
  /** What Zoom did not set as asked, in machine words (`waitingRoom`); see differences.ts (Z15). Empty when only read. */
  differences: string[];
  createdAt: Instant;
  /** The presenter's own link of a webinar, once he is a panelist. */
  presenterLink: string | null;
  topic: string;
  /** Null for a conference without a fixed hour. */
  start: Instant | null;
  /** Minutes. */
  duration: number | null;
  /** The marker found at the start of the agenda; null when there is none. */
  marker: string | null;
}

export const problemCodes = [
  'dailyLimit', // 100 creations and changes a day and host: nothing before the next 00:00 UTC (Z29)
  'rate', // too many calls, or too many at once
  'configuration', // host, licence, plan, scope: a person must set it right at Zoom
  'token', // Zoom does not give the companion a token
  'invalid', // Zoom, or we before Zoom, refuse what is asked
  'unreachable', // network, deadline, or 5xx
  'ended', // the event is over
  'inProgress', // the event is live (Z36)
  'notStarted', // end was asked of an event that is not live (Z54)
  'notFound', // 3001; to be seen twice, minutes apart, before it counts as lost (Z87)
  'unreadable', // an answer that is not what Zoom documents (Z30)
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface ZoomProblem {
  code: ProblemCode;
  /** Zoom's own number in the body; null when the answer held none. */
  zoomCode: number | null;
  /** True when the same call will fail again until a person changes something. */
  permanent: boolean;
  /** Not before this instant; null when nobody knows. */
  retryAt: Instant | null;
  /** For the log: no personal data, no link, no secret. */
  detail: string;
}

export type CreateOutcome =
  | { outcome: 'created'; conference: CreatedConference }
  /** Certainly not created. */
  | { outcome: 'refused'; problem: ZoomProblem }
  /** May have been created: look by the marker before any retry. */
  | { outcome: 'unknown'; problem: ZoomProblem };

/** One setting, as the service card asks for it and as Zoom shows it. */
export interface ComparedSetting {
  /** A machine word. */
  setting: string;
  /** `on`, `off`, or the value itself. Never the passcode: `on` says that there is one. */
  asked: string;
  /** Null when Zoom did not show it. */
  shown: string | null;
  /** Null when nobody can know. */
  holds: boolean | null;
}

export interface Failed {
  ok: false;
  problem: ZoomProblem;
}
/** `kind` is given when Zoom showed that the conference was converted: the record must be corrected (Z32). */
export type Result = { ok: true; kind?: ConferenceKind } | Failed;
export type PresenterResult = { ok: true; presenterLink: string | null; kind?: ConferenceKind } | Failed;
export type ConferencesResult = { ok: true; conferences: CreatedConference[] } | Failed;
export type ReadResult = { ok: true; conference: CreatedConference } | Failed;
export type ComparisonResult = { ok: true; settings: ComparedSetting[] } | Failed;
export type StartLinkResult = { ok: true; link: string } | Failed;
/** Zoom's own identifier of a licence holder. */
export type HostIdResult = { ok: true; id: string } | Failed;
export type LiveResult = { ok: true; events: { kind: ConferenceKind; id: string; topic: string }[] } | Failed;
/**
 * Counts and durations only, never names: `minutes` of each person, longest first. `peak` is null when Zoom's list does not
 * carry the hours of joining and leaving.
 */
export type AttendanceResult = { ok: true; unique: number; peak: number | null; minutes: number[] } | Failed;
/** A link for a person to open, and what opens it; to be handed on and forgotten. */
export type RecordingResult = { ok: true; link: string; passcode: string | null } | Failed;

/** One line of `companion check`: a name, whether it holds, and a sentence for a person in French. */
export interface Check {
  what: string;
  ok: boolean;
  sentence: string;
}

/**
 * No function throws of itself: what goes wrong is a {@link ZoomProblem}. `signal` ends the wait, never what Zoom already does.
 * Writes of one host are made one after the other.
 */
export interface Conferences {
  /**
   * One POST, never repeated by itself except after a refused token (401/124). Does not add the presenter.
   * @param aboutToSend awaited when nothing but the POST is left to do: licences, policy and token may have taken
   * minutes, and the quiet time counts from here. What it throws is thrown, and nothing is sent.
   */
  create(order: ConferenceOrder, signal: AbortSignal, aboutToSend?: () => Promise<void>): Promise<CreateOutcome>;
  /** All scheduled conferences of the host, webinars and meetings, with this marker; oldest first. A list cut short is a problem, never an answer. */
  findByMarker(hostUserId: string, marker: string, signal: AbortSignal): Promise<ConferencesResult>;
  /** All conferences of the host whose marker starts with `prefix` (`[MGR:`), as rows of the list: no passcode, no dial-in. For the sweeper. */
  listMarked(hostUserId: string, prefix: string, signal: AbortSignal): Promise<ConferencesResult>;
  /** Makes the presenter a panelist, once; nothing to do for a meeting or without an e-mail. */
  addPresenter(conference: Pick<CreatedConference, 'kind' | 'id'>, presenter: Presenter, signal: AbortSignal): Promise<PresenterResult>;
  /**
   * `conference.kind` is Zoom's, which may not be the one asked (Z32).
   * @param against the order to compare with; `differences` is empty without it
   */
  read(kind: ConferenceKind, id: string, signal: AbortSignal, against?: ConferenceOrder): Promise<ReadResult>;
  /** What Zoom shows now beside what the order asks (F06). */
  compare(kind: ConferenceKind, id: string, order: ConferenceOrder, signal: AbortSignal): Promise<ComparisonResult>;
  /** Sends topic, agenda and hours; counts in the 100 of the day. */
  update(kind: ConferenceKind, id: string, order: ConferenceOrder, signal: AbortSignal): Promise<Result>;
  /** Already gone (3001) and already over are success (Z35); Zoom writes to nobody. */
  cancel(kind: ConferenceKind, id: string, signal: AbortSignal): Promise<Result>;
  /** Fetched now: lives two hours and opens as the host. Hand it to one person and forget it (Z50). */
  startLink(kind: ConferenceKind, id: string, signal: AbortSignal): Promise<StartLinkResult>;
  /** Asked, not yet done: `live` or Zoom's event proves it (Z53). */
  end(kind: ConferenceKind, id: string, signal: AbortSignal): Promise<Result>;
  /** An event names its host by Zoom's identifier; ours may be configured by e-mail. Asked once and remembered. */
  hostId(hostUserId: string, signal: AbortSignal): Promise<HostIdResult>;
  live(hostUserId: string, signal: AbortSignal): Promise<LiveResult>;
  /** @param id the conference's, or the UUID of one occurrence in a room that is used again and again */
  attendance(kind: ConferenceKind, id: string, signal: AbortSignal): Promise<AttendanceResult>;
  /** A new host key for all meetings of this licence holder; six to ten digits (zoom.md § 6). Never logged. */
  setHostKey(hostUserId: string, hostKey: string, signal: AbortSignal): Promise<Result>;
  /** Where the recording of one occurrence is now; `notFound` when it is not ready yet, or gone. */
  recording(uuid: string, signal: AbortSignal): Promise<RecordingResult>;
  /** Token, scopes by name, each host, its plan and its licence; one sentence each. @param hasRooms shared rooms, whose keys are changed and recordings told */
  check(hostUserIds: readonly string[], neededKinds: readonly ConferenceKind[], signal: AbortSignal, hasRooms?: boolean): Promise<Check[]>;
}

export interface ZoomOptions {
  accountId: string;
  clientId: string;
  clientSecret: string;
  /** `https://zoom.us/oauth/token`. */
  tokenUrl: string;
  /** `https://api.zoom.us/v2`; the regional base of the token's answer is preferred when it ends in .zoom.us (Z26). */
  apiBase: string;
  fetch: typeof globalThis.fetch;
  now: () => Instant;
  /** Between 0 and 1; for jitter only, never for secrets. */
  random: () => number;
  /** Deadline of one call, in milliseconds; 20 s when absent. */
  timeoutMs?: number;
  /** Of the sentences of `check`; French when absent. */
  language?: Language;
  /** Waits between two tries of a read; a timer when absent. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}
