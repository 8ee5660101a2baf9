/** The invitation of a booking, as the composer's choices make it. Pure. */
import type { Conference } from '../../../lib/contract/answer.ts';
import { hasWaitingRoom, printInvitation, voices, type InvitationFacts } from '../../../lib/domain/invitation.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';
import { invitationLanguages, type InvitationDraft } from '../../../lib/state/invitation-store.ts';
import { isBoolean, isText, listOf, oneOf, shape, type Is } from '../../../lib/state/shape.ts';
import type { BookingView } from '../../../lib/state/view.ts';

/** What is chosen in the composer. */
export type Letter = Omit<InvitationDraft, 'end'>;

/** Half written: too long, or without a way to come in yet. */
export const isLetter: Is<Letter> = shape<Letter>({
  language: oneOf(invitationLanguages), voices: listOf(oneOf(voices)), browserOnly: isBoolean, message: isText, addresses: listOf(isText),
});

/**
 * Everything, by screen, telephone and in plain words (S3-19), in the person's language.
 * @param browserOnly what the roster says of the posts of the booking's establishment (S4-06)
 */
export const newLetter = (language: 'fr' | 'en', browserOnly: boolean): Letter => ({ language, voices: ['screen', 'telephone', 'simple'], browserOnly, message: '', addresses: [] });

export const subjectOf = ({ booking }: BookingView): string => booking.facts?.name ?? booking.title ?? booking.resource;

/** @returns null when the link is none for guests: a start link never leaves in an invitation (S0-27) */
export function printLetter(letter: Letter, view: BookingView, conference: Conference, card: Pick<ServiceCard, 'rules'> | undefined): { text: string; html: string } | null {
  const { booking } = view;
  const facts: Omit<InvitationFacts, 'language'> = {
    name: subjectOf(view),
    start: booking.start,
    end: booking.end,
    // F10: the one that stays when the conference is made anew, where the companion gives one.
    joinLink: conference.stableLink ?? conference.joinLink,
    conferenceId: conference.id,
    passcode: conference.passcode,
    dialIn: conference.dialIn,
    presenter: booking.facts?.presenter.name ?? null,
    browserOnly: letter.browserOnly,
    waitingRoom: hasWaitingRoom(card?.rules.waitingRoom),
    voices: letter.voices,
    message: letter.message,
  };
  const languages = letter.language === 'both' ? (['fr', 'en'] as const) : [letter.language];
  try {
    // The person's own words stand once, above both languages.
    const printed = languages.map((language, index) => printInvitation({ ...facts, language, ...(index > 0 && { message: '' }) }));
    return { text: printed.map(({ text }) => text).join('\n\n———\n\n'), html: printed.map(({ html }) => html).join('<hr>') };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
