import { invitationEn } from '../../../lib/i18n/invitation.en.ts';
import { invitationFr, type InvitationWords } from '../../../lib/i18n/invitation.fr.ts';
import { createTranslate, type Language, type Translate } from '../../../lib/i18n/translate.ts';

export type ComposerWords = Translate<InvitationWords>;

/** The composer's words in one language. */
export const composerWords = (language: Language): ComposerWords => createTranslate<InvitationWords>({ fr: invitationFr, en: invitationEn }, language);
