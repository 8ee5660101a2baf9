import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  summary: ComponentChildren;
  open?: boolean;
  /** For what is costly to draw, and need not be found while it is folded. */
  onOpen?: () => void;
  children: ComponentChildren;
}

/** What few people need, folded away: the browser's own `details`, hence found by its search. */
export function Disclosure({ summary, open, onOpen, children }: DisclosureProps) {
  return (
    <details class="pa-disclosure" open={open ?? false} onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}>
      <summary>
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}
