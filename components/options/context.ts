/** What every part of the options page needs: its words, what it edits, and what a click may ask of the browser. */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { optionsEn } from '../../lib/i18n/options.en.ts';
import { optionsFr } from '../../lib/i18n/options.fr.ts';
import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';
import type { CompanionCheck } from '../../lib/messages.ts';
import type { KeyInfo } from '../../lib/state/keys.ts';
import type { DamagedSettings } from '../../lib/state/settings-store.ts';
import type { OptionsModel } from './model.ts';

export type TextKey = keyof typeof optionsFr;
export type Words = Translate<typeof optionsFr>;

/** `silent`: the worker did not answer (U17). */
export type CheckOutcome = CompanionCheck | { ok: false; code: 'silent' };

/** What only the browser can do. Each is called within the click that wants it. */
export interface OptionsActions {
  /** `impossible`: the manifest does not allow to ask for this host. */
  askPermission(portal: { origin: string }): Promise<'granted' | 'refused' | 'impossible'>;
  verify(): Promise<CheckOutcome>;
  /** Takes a one-time code in, for a key made in this browser. */
  enrol(code: string): Promise<CheckOutcome>;
  renewKey(): Promise<CheckOutcome>;
  saveKey(text: string): Promise<CheckOutcome>;
  /** False when the worker did not answer. */
  forgetKey(): Promise<boolean>;
  download(fileName: string, text: string): void;
  discardDamaged(): Promise<void>;
}

/** What the page shows besides the settings. */
export interface OptionsLive {
  /** By portal; absent while it is not known. */
  permissions: ReadonlySignal<Readonly<Record<string, boolean>>>;
  keyInfo: ReadonlySignal<KeyInfo | null>;
  damaged: ReadonlySignal<readonly DamagedSettings[]>;
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
