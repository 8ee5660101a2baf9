import { bookingEn } from '../../lib/i18n/booking.en.ts';
import { bookingFr, type BookingTexts } from '../../lib/i18n/booking.fr.ts';
import { cardRulesEn } from '../../lib/i18n/card-rules.en.ts';
import { cardRulesFr, type CardRulesTexts } from '../../lib/i18n/card-rules.fr.ts';
import { overlayEn } from '../../lib/i18n/overlay.en.ts';
import { overlayFr, type OverlayTexts } from '../../lib/i18n/overlay.fr.ts';
import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';

type Texts = OverlayTexts & BookingTexts & CardRulesTexts;

export type OverlayTranslate = Translate<Texts>;

/** The overlay's words in one language. */
export const overlayTranslate = (language: Language): OverlayTranslate =>
  createTranslate<Texts>({ fr: { ...overlayFr, ...bookingFr, ...cardRulesFr }, en: { ...overlayEn, ...bookingEn, ...cardRulesEn } }, language);
