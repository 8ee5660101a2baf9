import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { calibrationEn } from '../../lib/i18n/calibration.en.ts';
import { calibrationFr } from '../../lib/i18n/calibration.fr.ts';
import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';
import type { AssistantActions } from '../../lib/calibration/views.ts';
import { anchorText as anchorName } from '../portals/words.ts';

export { anchorText as anchorName } from '../portals/words.ts';

export type CalibrationWords = Translate<typeof calibrationFr>;

const isKey = (key: string): key is keyof typeof calibrationFr => Object.hasOwn(calibrationFr, key);

/** What the assistant asks to be shown. */
export function askText(anchor: string, t: CalibrationWords, language: Language): string {
  const key = `ask_${anchor}`;
  return isKey(key) ? t(key) : anchorName(anchor, language);
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
