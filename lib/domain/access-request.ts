/** « Demander un accès » (S0-08 to S0-10): what the CCT asks of a new representative, as a letter that the person sends. Pure. */
import { countCharacters, hasControlCharacters, isEmailAddress, NAME_MAXIMUM } from '../contract/bounds.ts';

export interface AccessFields {
  name: string;
  email: string;
  phone: string;
  /** The person's code in IRIS, when they have an account already. */
  irisCode: string;
  establishment: string;
}

export type AccessProblem = 'nameMissing' | 'tooLong' | 'emailMissing' | 'emailWrong' | 'phoneOrCode' | 'phoneWrong';

/** What is wrong with each field; empty when the letter can go. The phone or the code is enough (S0-09). */
export function checkAccess({ name, email, phone, irisCode }: AccessFields): Partial<Record<keyof AccessFields, AccessProblem>> {
  const problems: Partial<Record<keyof AccessFields, AccessProblem>> = {};
  if (name.trim() === '') problems.name = 'nameMissing';
  else if (countCharacters(name) > NAME_MAXIMUM || hasControlCharacters(name)) problems.name = 'tooLong';
  if (email.trim() === '') problems.email = 'emailMissing';
  else if (!isEmailAddress(email.trim())) problems.email = 'emailWrong';
  if (phone.trim() === '' && irisCode.trim() === '') problems.phone = 'phoneOrCode';
  else if (phone.trim() !== '' && !/^\+?[\d\s().-]{7,24}(?:\s*(?:poste|ext\.?|x)\s*\d{1,6})?$/iu.test(phone.trim())) problems.phone = 'phoneWrong';
  if (countCharacters(irisCode) > 64 || hasControlCharacters(irisCode)) problems.irisCode = 'tooLong';
  return problems;
}

/** @param to null when the CCT's address is not known: the person's mail program then asks for it */
export function accessLetter(to: string | null, subject: string, body: string): string {
  const recipient = to === null ? '' : encodeURIComponent(to).replaceAll('%40', '@');
  // RFC 6068: lines end with CR LF.
  return `mailto:${recipient}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
