/** A service as it is named inside a sentence. Pure. */
import type { OverlayTranslate } from '../../components/overlay/texts.ts';
import type { Language } from '../domain/time.ts';

const isLicence = (name: string): boolean => /^licence\b/iu.test(name);
const lowered = (name: string, language: Language): string => (language === 'fr' ? name.charAt(0).toLowerCase() + name.slice(1) : name);

/** « La licence nominative de 300 », at the beginning of a sentence; a name of another kind stands in guillemets. */
export const cardSubject = (name: string, translate: OverlayTranslate, language: Language): string =>
  isLicence(name) ? translate('licenceNamed', { name: lowered(name, language) }) : translate('otherNamed', { name });

/** « la licence nominative de 300 », inside one. */
export const cardWithin = (name: string, translate: OverlayTranslate, language: Language): string =>
  isLicence(name) ? translate('cardWithin', { name: lowered(name, language) }) : translate('otherNamed', { name });
