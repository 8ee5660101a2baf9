import type { OverlayWords } from '../../lib/i18n/overlay-words.ts';
import type { Translate } from '../../lib/i18n/translate.ts';

export type OverlayTranslate = Translate<OverlayWords>;
