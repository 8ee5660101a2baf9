/** Asking to be told when a slot is freed (F04): the worker keeps the list, this page knows what it asked for. */
import { signal as createSignal } from '@preact/signals';
import { isWaitedFor, type Wait } from '../domain/waits.ts';
import type { BookingForm } from '../portal/page.ts';
import type { OverlayContext } from './context.ts';

type Slot = Omit<Wait, 'asked' | 'freed'>;

export interface Waits {
  /** Null for a form that says too little to wait for. */
  isWaiting(form: BookingForm): boolean | null;
  ask(form: BookingForm, wait: boolean): void;
}

export function waitsOf({ portal, settings, send, now }: Pick<OverlayContext, 'portal' | 'settings' | 'send' | 'now'>): Waits {
  const waits = createSignal<readonly Slot[]>(settings.waits);
  const slotOf = ({ serviceId, start, end }: BookingForm): Slot | null =>
    serviceId === null || start === null || end === null || end <= start || start <= now() ? null : { portal: portal.id, serviceId, start, end };
  return {
    isWaiting(form) {
      const slot = slotOf(form);
      return slot && isWaitedFor(waits.value, slot);
    },
    ask(form, wait) {
      const slot = slotOf(form);
      if (slot === null) return;
      waits.value = [...waits.value.filter((other) => !isWaitedFor([other], slot)), ...(wait ? [slot] : [])];
      void send({ type: 'overlay.wait', serviceId: slot.serviceId, start: slot.start, end: slot.end, wait });
    },
  };
}
