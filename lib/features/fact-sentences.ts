/** What is wrong with a fact, said in the person's language (U2). Pure. */
import { countCharacters, NAME_MAXIMUM } from '../contract/bounds.ts';
import type { FactError, TypedFacts } from '../domain/facts.ts';
import type { OverlayTranslate } from '../../components/overlay/texts.ts';

const nameSentences = {
  name: { empty: 'errorNameEmpty', tooLong: 'errorNameTooLong', controlCharacter: 'errorNameControl' },
  presenterName: { empty: 'errorPresenterEmpty', tooLong: 'errorPresenterTooLong', controlCharacter: 'errorPresenterControl' },
} as const;

const participantsSentences = {
  empty: 'errorParticipantsEmpty',
  notANumber: 'errorParticipantsNumber',
  tooFew: 'errorParticipantsFew',
  tooMany: 'errorParticipantsMany',
} as const;

/** A number that shows how to write one: groups of three digits are understood. */
const EXAMPLE = 1200;

/** @param capacity of the service card, never the portal's « 1 » */
export function factSentence(translate: OverlayTranslate, error: FactError, typed: TypedFacts, capacity: number): string {
  const { field, code } = error;
  if (field === 'presenterEmail') return translate('errorEmail');
  if (field === 'participants') {
    const key = participantsSentences[code as keyof typeof participantsSentences] ?? 'errorParticipantsNumber';
    return translate(key, { capacity, example: EXAMPLE });
  }
  const key = nameSentences[field][code as keyof (typeof nameSentences)['name']] ?? nameSentences[field].empty;
  return translate(key, { length: countCharacters(typed[field].replace(/\s+/gu, ' ').trim()), maximum: NAME_MAXIMUM });
}
