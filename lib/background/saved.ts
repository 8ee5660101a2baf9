/** A representative saved a booking with its facts: the companion is told at once (`booking.requested`). */
import type { Booking } from '../domain/booking.ts';
import { identityOf } from '../domain/identity.ts';
import { chooseLanguage } from '../i18n/translate.ts';
import { rightNowAt } from '../state/clock-store.ts';
import type { Settings } from '../state/settings.ts';
import { toEvent } from './events.ts';
import { enqueue, OutboxFull } from './outbox.ts';

/** A form rarely says who fills it in: it is the person of the settings. */
const withRequester = (booking: Booking, { person }: Settings): Booking => ({
  ...booking,
  requester:
    booking.requester !== null && booking.requester.name !== ''
      ? booking.requester
      : person.name === null
        ? null
        : { name: person.name, email: person.email },
  establishmentId: booking.establishmentId ?? person.establishmentId,
});

/**
 * @param browserLanguage `fr-CA`; the language of the requester's mails when the setting is `auto`
 * @returns false when the booking says too little, or the queue is full: the portal has it all the same
 */
export async function requestBooking(saved: Booking, settings: Settings, browserLanguage: string, now: number): Promise<boolean> {
  const booking = withRequester(saved, settings);
  const card = settings.cards.find(({ id }) => id === booking.serviceId);
  if (card === undefined) return false;
  const language = chooseLanguage(settings.language, browserLanguage);
  const event = toEvent('booking.requested', booking, { card, roster: settings.roster, language, now: await rightNowAt(now) });
  if (event === null) return false;
  try {
    await enqueue({ key: identityOf(booking), event, undo: 0 }, now);
    return true;
  } catch (error) {
    if (error instanceof OutboxFull) return false;
    throw error;
  }
}
