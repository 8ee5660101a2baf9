/** What every part of the options page needs: its words, what it edits, and what a click may ask of the browser. */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { optionsEn } from '../../lib/i18n/options.en.ts';
import { optionsFr } from '../../lib/i18n/options.fr.ts';
import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';
import type { CalibrationAnswer, CompanionCheck } from '../../lib/messages/answers.ts';
import type { Policy } from '../../lib/policy/policy.ts';
import type { Health } from '../../lib/state/health-store.ts';
import type { KeyInfo } from '../../lib/state/keys.ts';
import type { Profiles, ProfilePatch } from '../../lib/state/profiles-store.ts';
import type { ReadDiagnostic } from '../../lib/state/read-diagnostic.ts';
import type { PortalSetting } from '../../lib/state/settings.ts';
import type { DamagedSettings } from '../../lib/state/settings-store.ts';
import type { WorkerState } from '../../lib/state/worker-health.ts';
import type { OptionsModel } from './model.ts';

export type TextKey = keyof typeof optionsFr;
export type Words = Translate<typeof optionsFr>;

/** `silent`: the worker did not answer (U17). */
export type CheckOutcome = CompanionCheck | { ok: false; code: 'silent' };

export type CalibrationOutcome = CalibrationAnswer | { ok: false; why: 'silent' };

/** What only the browser can do. Each is called within the click that wants it. */
export interface OptionsActions {
  /** `impossible`: the manifest does not allow to ask for this host. */
  askPermission(portal: { origin: string }): Promise<'granted' | 'refused' | 'impossible'>;
  verify(): Promise<CheckOutcome>;
  /** Takes a one-time code in, for a key made in this browser. */
  enrol(code: string): Promise<CheckOutcome>;
  renewKey(): Promise<CheckOutcome>;
  saveKey(text: string): Promise<CheckOutcome>;
  /** Asks for the permission to notify. @returns whether it is given */
  askNotifications(): Promise<boolean>;
  /** False when the browser showed nothing. */
  showExample(): Promise<boolean>;
  /** The text to paste into a request for help. */
  diagnostic(): Promise<string>;
  /** False when the worker did not answer. */
  forgetKey(): Promise<boolean>;
  download(fileName: string, text: string): void;
  discardDamaged(): Promise<void>;
  /** False when the browser did not let us. */
  copy(text: string): Promise<boolean>;
  /** What to send for help with one portal. */
  portalDiagnostic(portal: PortalSetting): Promise<ReadDiagnostic>;
  /** Opens the calibration assistant in the portal's tab. */
  calibrate(portal: string): Promise<CalibrationOutcome>;
  /** Puts an imported profile in force; null forgets what was taught. */
  setProfile(portal: string, patch: ProfilePatch | null): Promise<CalibrationOutcome>;
}

/** What the page shows besides the settings. */
export interface OptionsLive {
  /** By portal, and `notifications`; absent while it is not known. */
  permissions: ReadonlySignal<Readonly<Record<string, boolean>>>;
  keyInfo: ReadonlySignal<KeyInfo | null>;
  /** What the organisation has fixed; absent where nothing can be fixed. */
  policy?: ReadonlySignal<Policy>;
  worker: ReadonlySignal<WorkerState>;
  damaged: ReadonlySignal<readonly DamagedSettings[]>;
  /** What was taught of each portal. */
  profiles: ReadonlySignal<Profiles>;
  /** How well the pages of each portal were last understood. */
  health: ReadonlySignal<Health>;
}

export interface OptionsContext {
  model: OptionsModel;
  live: OptionsLive;
  actions: OptionsActions;
  t: Words;
  language: Language;
  version: string;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Says something in the page's one live region. */
  say(sentence: string): void;
}

export const wordsOf = (language: Language): Words => createTranslate({ fr: optionsFr, en: optionsEn }, language);

export const isTextKey = (key: string): key is TextKey => Object.hasOwn(optionsFr, key);

const Context = createContext<OptionsContext | null>(null);
export const OptionsProvider = Context.Provider;

export function useOptions(): OptionsContext {
  const context = useContext(Context);
  if (context === null) throw new Error('Drawn outside of the options.');
  return context;
}
