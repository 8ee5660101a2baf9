import { shapes } from './shapes.ts';

export type IconName = keyof typeof shapes;

/** Own line drawings on a 20 × 20 grid; always next to a text, hence hidden from assistive tools. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="pa-icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
