/** A title that speaks of care (S4-01): a licence for meetings is not authorised for it. Pure. */
import { wordsOf } from './letters.ts';
import { normalise } from './text.ts';

/** The document's words, and their English ones; « télésanté » alone names a service, not a user. */
const clinical = /^(?:patients?|patientes?|usagers?|usageres?|consultations?|beneficiaires?|clinical|clinique)$/u;

/** The word of a title that sounds clinical, as it is written; null when there is none. */
export const clinicalWord = (title: string): string | null => wordsOf(title).find((word) => clinical.test(normalise(word))) ?? null;

/** A telephone number of a person, or their e-mail: what a booking that others read must not hold. */
export const hasContact = (text: string): boolean => /(?:\d[\s().-]*){7,}|\S@\S/u.test(text);
