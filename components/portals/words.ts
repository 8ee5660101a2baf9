/** The words of a portal's anchors, profile and health, for the popup, the options and the assistant. */
import { anchorsEn } from '../../lib/i18n/anchors.en.ts';
import { anchorsFr } from '../../lib/i18n/anchors.fr.ts';
import { portalsEn } from '../../lib/i18n/portals.en.ts';
import { portalsFr } from '../../lib/i18n/portals.fr.ts';
import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';

export type PortalWords = Translate<typeof portalsFr>;

export const portalWords = (language: Language): PortalWords => createTranslate({ fr: portalsFr, en: portalsEn }, language);

/** What an anchor is called; its own name for one that this version does not know. */
export function anchorText(anchor: string, language: Language): string {
  const key = `anchor_${anchor}`;
  return Object.hasOwn(anchorsFr, key) ? createTranslate({ fr: anchorsFr, en: anchorsEn }, language)(key as keyof typeof anchorsFr) : anchor;
}
