/** Everything that the overlay says, in one language: the worker tells a page its person's own, so that no page carries both. */
import { anchorsEn } from './anchors.en.ts';
import { anchorsFr } from './anchors.fr.ts';
import { bookingEn } from './booking.en.ts';
import { bookingFr, type BookingTexts } from './booking.fr.ts';
import { cardRulesEn } from './card-rules.en.ts';
import { cardRulesFr, type CardRulesTexts } from './card-rules.fr.ts';
import { overlayEn } from './overlay.en.ts';
import { overlayFr, type OverlayTexts } from './overlay.fr.ts';
import type { Language, Text } from './translate.ts';

export type OverlayWords = OverlayTexts & BookingTexts & CardRulesTexts & Record<keyof typeof anchorsFr, Text>;

const words: Record<Language, OverlayWords> = {
  fr: { ...overlayFr, ...bookingFr, ...cardRulesFr, ...anchorsFr },
  en: { ...overlayEn, ...bookingEn, ...cardRulesEn, ...anchorsEn },
};

export const overlayWords = (language: Language): OverlayWords => words[language];
