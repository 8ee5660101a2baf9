import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

/** What few people need, folded away: the browser's own `details`, hence found by its search. */
export function Disclosure({ summary, open, children }: { summary: ComponentChildren; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="pa-disclosure" open={open ?? false}>
      <summary>
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}
