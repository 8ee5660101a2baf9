/** A free moment that was chosen: filled into the portal's own fields, and taken back as easily (F04). */
import { signal as createSignal, type ReadonlySignal } from '@preact/signals';
import type { Filled } from '../../components/overlay/Conflict.tsx';
import { fillBooking } from '../portal/fill.ts';
import type { BookingForm } from '../portal/page.ts';
import { readForm } from '../portal/read/form.ts';
import type { Proposal } from './booking-alternatives.ts';
import type { OverlayContext } from './context.ts';

interface Chosen extends Filled {
  /** What the form then held: once it holds something else, the choice is the person's again. */
  held: string;
  undo: (() => boolean) | null;
}

export interface MomentChoice {
  now: ReadonlySignal<Filled | null>;
  fill(proposal: Proposal): void;
  undo(): void;
  /** Forgets a choice that no longer stands in it. */
  look(): void;
}

const heldBy = (form: BookingForm | null): string => JSON.stringify([form?.start, form?.end, form?.resources]);

export function chooseMoment({ portal, translate }: Pick<OverlayContext, 'portal' | 'translate'>): MomentChoice {
  const now = createSignal<Chosen | null>(null);
  const say = (message: string, kind: Filled['kind'], undo: (() => boolean) | null): void => {
    now.value = { message, kind, undo, canUndo: undo !== null, held: heldBy(readForm(portal)) };
  };
  return {
    now,
    fill({ start, end, card, words }) {
      const serviceId = readForm(portal)?.serviceId === card.id ? null : card.id;
      const undo = fillBooking(portal, { start, end, serviceId });
      if (undo === null) say(translate('alternativeFailed'), 'warning', null);
      else say(translate('alternativeFilled', { when: words }), 'success', undo);
    },
    undo() {
      const undo = now.peek()?.undo ?? null;
      if (undo === null) return;
      const isBack = undo();
      say(translate(isBack ? 'alternativeUndone' : 'alternativeUndoFailed'), isBack ? 'success' : 'warning', null);
    },
    look() {
      const chosen = now.peek();
      if (chosen !== null && chosen.held !== heldBy(readForm(portal))) now.value = null;
    },
  };
}
