import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { anchorsEn } from '../../lib/i18n/anchors.en.ts';
import { anchorsFr } from '../../lib/i18n/anchors.fr.ts';
import { calibrationEn } from '../../lib/i18n/calibration.en.ts';
import { calibrationFr } from '../../lib/i18n/calibration.fr.ts';
import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';
import type { AssistantActions } from '../../lib/calibration/views.ts';

export type CalibrationWords = Translate<typeof calibrationFr>;

const isKey = <D extends object>(dictionary: D, key: string): key is keyof D & string => Object.hasOwn(dictionary, key);

/** What an anchor is called; its own name for one that this version does not know. */
export function anchorName(anchor: string, language: Language): string {
  const key = `anchor_${anchor}`;
  return isKey(anchorsFr, key) ? createTranslate({ fr: anchorsFr, en: anchorsEn }, language)(key) : anchor;
}

/** What the assistant asks to be shown. */
export function askText(anchor: string, t: CalibrationWords, language: Language): string {
  const key = `ask_${anchor}`;
  return isKey(calibrationFr, key) ? t(key) : anchorName(anchor, language);
}

export const calibrationWords = (language: Language): CalibrationWords => createTranslate({ fr: calibrationFr, en: calibrationEn }, language);

export interface AssistantContext {
  t: CalibrationWords;
  language: Language;
  actions: AssistantActions;
}

const Context = createContext<AssistantContext | null>(null);
export const AssistantProvider = Context.Provider;

export function useAssistant(): AssistantContext {
  const context = useContext(Context);
  if (context === null) throw new Error('Drawn outside of the assistant.');
  return context;
}
