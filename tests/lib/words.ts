/** The overlay's words, for tests of what says them. */
import type { OverlayTranslate } from '../../components/overlay/texts.ts';
import { overlayWords } from '../../lib/i18n/overlay-words.ts';
import { translateFrom, type Language } from '../../lib/i18n/translate.ts';

export const overlayTranslate = (language: Language): OverlayTranslate => translateFrom(overlayWords(language), language);
