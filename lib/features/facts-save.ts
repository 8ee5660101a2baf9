/** What a press on the portal's own save does: it is stopped with what must be put right, or the facts are written and told. */
import type { Booking } from '../domain/booking.ts';
import type { Decision } from '../portal/guard.ts';
import type { BookingAnswer } from './booking-check.ts';
import type { OverlayContext } from './context.ts';
import type { FactsDesk } from './facts-desk.ts';
import { extraOf, toSavedBooking, writeFacts } from './facts-writing.ts';

/** Each booking once: one press of a button comes as a click, then as a submit. */
function openTelling({ send }: OverlayContext): (booking: Booking) => void {
  let told = '';
  return (booking) => {
    const text = JSON.stringify(booking);
    if (text === told) return;
    told = text;
    // What nobody was there to hear is told at the next press: a portal that refused the save keeps its form.
    void send({ type: 'overlay.saved', booking }).then((isHeard) => {
      if (isHeard !== true && told === text) told = '';
    });
  };
}

/** @param firstError the field to lead the person to; undefined when nothing is to be put right */
export function decideSaves(
  context: OverlayContext,
  desk: FactsDesk,
  firstError: (answer: BookingAnswer) => string | undefined,
  goTo: (field: string) => void,
): () => Decision {
  const { portal, settings } = context;
  const tell = openTelling(context);
  return () => {
    desk.look();
    const current = desk.now.peek();
    if (current === null) return { allow: true };
    const answer = desk.answer(current);
    const wrong = firstError(answer);
    if (answer.facts === null || wrong !== undefined) {
      desk.stop();
      if (wrong !== undefined) goTo(wrong);
      return { allow: false };
    }
    const { form, entry } = current;
    const establishment = settings.roster.find(({ id }) => id === entry.establishmentId) ?? null;
    const extra = extraOf(current, answer, establishment?.name ?? null);
    writeFacts(portal, form, answer.facts, extra);
    desk.save();
    const booking = toSavedBooking(portal.id, form, answer.facts, establishment, extra.reason);
    if (booking !== null) tell(booking);
    return { allow: true };
  };
}
