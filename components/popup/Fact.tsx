import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../ui/Icon.tsx';

/** One line of what is known of a booking: a drawing for the eye, its name for the ear. */
export function Fact({ icon, label, children }: { icon: IconName; label: string; children: ComponentChildren }) {
  return (
    <div class="pa-popup-fact">
      <dt>
        <Icon name={icon} />
        <span class="pa-hidden">{label}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
