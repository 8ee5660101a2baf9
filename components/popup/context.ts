/** What every part of the popup needs: its words, its hour, and what a click may ask for. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { cancellationReasons } from '../../lib/contract/event.ts';
import { popupEn } from '../../lib/i18n/popup.en.ts';
import { popupFr } from '../../lib/i18n/popup.fr.ts';
import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';
import type { PortalModel, PopupModel } from '../../lib/state/model.ts';
import type { BookingView } from '../../lib/state/view.ts';

export type Words = Translate<typeof popupFr>;
export type CancellationReason = (typeof cancellationReasons)[number];

/** Each says aloud what came of it. */
export interface PopupActions {
  refresh(): void;
  send(views: readonly BookingView[]): void;
  undo(view: BookingView): void;
  cancel(view: BookingView, reason: CancellationReason): void;
  retry(view: BookingView): void;
  dismiss(view: BookingView): void;
  copyInvitation(view: BookingView): void;
  openOptions(): void;
  givePermission(portal: PortalModel): void;
}

export interface PopupContext {
  model: PopupModel;
  actions: PopupActions;
  t: Words;
  language: Language;
}

export const wordsOf = (language: Language): Words => createTranslate({ fr: popupFr, en: popupEn }, language);

const Context = createContext<PopupContext | null>(null);
export const PopupProvider = Context.Provider;

export function usePopup(): PopupContext {
  const context = useContext(Context);
  if (context === null) throw new Error('Drawn outside of the popup.');
  return context;
}
