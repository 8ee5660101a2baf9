/** What every part of the popup needs: its words, its hour, and what a click may ask for. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ComparedSetting } from '../../lib/contract/day.ts';
import type { cancellationReasons } from '../../lib/contract/event.ts';
import { popupDayEn } from '../../lib/i18n/popup-day.en.ts';
import { popupDayFr } from '../../lib/i18n/popup-day.fr.ts';
import { popupRoomsEn } from '../../lib/i18n/popup-rooms.en.ts';
import { popupRoomsFr } from '../../lib/i18n/popup-rooms.fr.ts';
import { popupUseEn } from '../../lib/i18n/popup-use.en.ts';
import { popupUseFr } from '../../lib/i18n/popup-use.fr.ts';
import { popupViewsEn } from '../../lib/i18n/popup-views.en.ts';
import { popupViewsFr } from '../../lib/i18n/popup-views.fr.ts';
import { popupEn } from '../../lib/i18n/popup.en.ts';
import { popupFr } from '../../lib/i18n/popup.fr.ts';
import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';
import type { AskProblem } from '../../lib/messages/answers.ts';
import type { Tick } from '../../lib/state/checklist-store.ts';
import type { PortalModel, PopupModel } from '../../lib/state/model.ts';
import type { BookingView } from '../../lib/state/view.ts';
import type { RoomActions } from './room/room-actions.ts';
import type { TextFile } from './save-file.ts';

export type PopupTexts = typeof popupFr & typeof popupViewsFr & typeof popupDayFr & typeof popupRoomsFr & typeof popupUseFr;
export type Words = Translate<PopupTexts>;
export type CancellationReason = (typeof cancellationReasons)[number];

/** What came of a start or an end; `silent`: the worker itself did not answer. */
export type DayAnswer = { ok: true } | { ok: false; code: AskProblem | 'silent'; detail: string | null };

/** What Zoom shows of a conference now; `settings` null when nothing of it can be asked. `at` by the companion's clock. */
export type ReadAnswer = { ok: true; settings: ComparedSetting[] | null; at: number } | Extract<DayAnswer, { ok: false }>;

/** Each says aloud what came of it. */
export interface PopupActions extends RoomActions {
  refresh(): void;
  send(views: readonly BookingView[]): void;
  undo(view: BookingView): void;
  cancel(view: BookingView, reason: CancellationReason): void;
  retry(view: BookingView): void;
  dismiss(view: BookingView): void;
  copyInvitation(view: BookingView): void;
  openOptions(): void;
  givePermission(portal: PortalModel): void;
  /** Has the start link fetched and opened; this page never sees it (Z50). */
  start(view: BookingView): Promise<DayAnswer>;
  /** Ends the conference for everybody; the person has confirmed it. */
  finish(view: BookingView): Promise<DayAnswer>;
  /** Has the settings read back from Zoom now (F06). */
  readBack(view: BookingView): Promise<ReadAnswer>;
  /** @param tick null takes it back */
  tick(view: BookingView, item: string, tick: Tick | null): void;
  setInitials(initials: string): void;
  setSingleKeys(on: boolean): void;
  /** @param said what is said once it is saved */
  save(file: TextFile, said: string): void;
  printToday(): void;
  openPanel(): void;
  /** Opens the calibration assistant in the portal's tab. */
  calibrate(portal: PortalModel): void;
  copyDiagnostic(portal: PortalModel): void;
}

export interface PopupContext {
  model: PopupModel;
  actions: PopupActions;
  t: Words;
  language: Language;
}

const known: Partial<Record<Language, Words>> = {};

/** All that the popup says, in one language; made once. */
export function wordsOf(language: Language): Words {
  known[language] ??= createTranslate<PopupTexts>(
    {
      fr: { ...popupFr, ...popupViewsFr, ...popupDayFr, ...popupRoomsFr, ...popupUseFr },
      en: { ...popupEn, ...popupViewsEn, ...popupDayEn, ...popupRoomsEn, ...popupUseEn },
    },
    language,
  );
  return known[language];
}

const Context = createContext<PopupContext | null>(null);
export const PopupProvider = Context.Provider;

export function usePopup(): PopupContext {
  const context = useContext(Context);
  if (context === null) throw new Error('Drawn outside of the popup.');
  return context;
}
