import { overlayEn } from '../../lib/i18n/overlay.en.ts';
import { overlayFr, type OverlayTexts } from '../../lib/i18n/overlay.fr.ts';
import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';

export type OverlayTranslate = Translate<OverlayTexts>;

/** The overlay's words in one language. */
export const overlayTranslate = (language: Language): OverlayTranslate =>
  createTranslate<OverlayTexts>({ fr: overlayFr, en: overlayEn }, language);
