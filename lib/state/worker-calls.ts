/** What our pages ask of the worker and of the browser. Components call these; they touch no browser API themselves. */
import { browser } from 'wxt/browser';
import type { Asked, CalibrationAnswer, CompanionCheck, DayReadAnswer, HistoryAnswer, HostKeyOfWorker, LicenceOfWorker, PingAnswer, RefreshAnswer, RoomRequestsOfWorker, SendAnswer, ShownAnswer, SlotsOfWorker, StaysOfWorker, StructureAnswer, UsageBookingsOfWorker, UsageOfWorker, UsagePageOfWorker } from '../messages/answers.ts';
import type { PageMessage } from '../messages/page.ts';
import { patternOf } from './portal-of.ts';

interface Answers {
  refresh: RefreshAnswer;
  send: SendAnswer;
  undo: SendAnswer;
  cancel: SendAnswer;
  retry: SendAnswer;
  dismiss: SendAnswer;
  'companion.verify': CompanionCheck;
  'companion.key': CompanionCheck;
  'companion.forgetKey': RefreshAnswer;
  'companion.enrol': CompanionCheck;
  'companion.renew': CompanionCheck;
  'worker.ping': PingAnswer;
  'alerts.example': ShownAnswer;
  'day.start': Asked;
  'day.end': Asked;
  'day.link': HistoryAnswer;
  history: HistoryAnswer;
  usage: UsageOfWorker;
  'usage.bookings': UsageBookingsOfWorker;
  'usage.page': UsagePageOfWorker;
  'day.read': DayReadAnswer;
  'licence.now': LicenceOfWorker;
  'hostKey.reveal': HostKeyOfWorker;
  'slots.read': SlotsOfWorker;
  'slots.ask': Asked;
  'slots.answer': Asked;
  'rooms.read': RoomRequestsOfWorker;
  'stays.read': StaysOfWorker;
  'rooms.ask': Asked;
  'rooms.decide': Asked;
  'calibration.open': CalibrationAnswer;
  'portal.structure': StructureAnswer;
  'profile.set': CalibrationAnswer;
}

/** The worker did not answer: it is dead, or the extension was just updated (U17). */
export class WorkerSilent extends Error {
  override name = 'WorkerSilent';
}

/** Long enough for a cold worker and a companion that takes its time. */
const PATIENCE = 20_000;

/** Nothing at all, or a refusal at the border, is no answer. */
const isAnswer = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && !('refused' in answer && typeof answer.refused === 'string');

/** @throws {WorkerSilent} when no answer comes */
export async function askWorker<Type extends PageMessage['type']>(message: Extract<PageMessage, { type: Type }>, patience = PATIENCE): Promise<Answers[Type]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new WorkerSilent()), patience);
  });
  try {
    const answer: unknown = await Promise.race([browser.runtime.sendMessage(message), silence]);
    if (!isAnswer(answer)) throw new WorkerSilent();
    return answer as Answers[Type];
  } catch (error) {
    throw error instanceof WorkerSilent ? error : new WorkerSilent(undefined, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** A click allows to write to the clipboard for five seconds only. */
const STRUCTURE_PATIENCE = 3_000;

/** How the portal's open page is built, masked; null when no page of it is open, or none answers in time. */
export const askStructure = (portal: string): Promise<string | null> => askWorker({ type: 'portal.structure', portal }, STRUCTURE_PATIENCE).then(({ structure }) => structure, () => null);

/** The extension's own version. */
export const ownVersion = (): string => browser.runtime.getManifest().version;

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Asks for a portal's host permission; must be called within the click. */
export const askPermission = (portal: { origin: string }): Promise<boolean> => browser.permissions.request({ origins: [patternOf(portal)] });
