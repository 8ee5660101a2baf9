import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

export interface NoticeProps {
  kind: 'info' | 'success' | 'warning' | 'error';
  title?: string;
  /** False for a notice that is part of the page from the start and must not interrupt. */
  live?: boolean;
  /** Buttons that put things right. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

/** A message in a box: icon and words, never colour alone. */
export function Notice({ kind, title, live = true, actions, children }: NoticeProps) {
  const role = kind === 'error' || kind === 'warning' ? 'alert' : 'status';
  return (
    <div class={`pa-notice pa-notice-${kind}`} role={live ? role : undefined}>
      <Icon name={kind} />
      <div class="pa-notice-body">
        {title !== undefined && <p class="pa-notice-title">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
        {actions !== undefined && <div class="pa-row">{actions}</div>}
      </div>
    </div>
  );
}
