import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

/** A state in one or two words; the words carry the meaning, the colour only helps. */
export function Badge({ kind = 'neutral', icon, children }: { kind?: 'neutral' | 'info' | 'success' | 'warning' | 'danger'; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={kind === 'neutral' ? 'pa-badge' : `pa-badge pa-badge-${kind}`}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </span>
  );
}
