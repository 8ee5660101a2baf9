import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';
import { classes } from './classes.ts';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'size' | 'class' | 'disabled'> {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  icon?: IconName;
  /** Hides the words from the eye, not from assistive tools; they also become the tooltip. */
  iconOnly?: boolean;
  /** The action is under way: shows a spinner and ignores presses. */
  busy?: boolean;
  /** Stays focusable, so that nobody loses their place; presses are ignored. */
  disabled?: boolean;
  onClick?: (event: MouseEvent) => void;
  children: ComponentChildren;
}

/** A button says what it does; of several, one is primary. */
export function Button({ kind = 'secondary', size = 'normal', icon, iconOnly = false, busy = false, disabled = false, onClick, children, ...rest }: ButtonProps) {
  const blocked = busy || disabled;
  const press = (event: MouseEvent) => {
    if (blocked) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      {...(iconOnly && typeof children === 'string' ? { title: children } : {})}
      class={classes('pa-button', kind !== 'secondary' && `pa-button-${kind}`, size === 'small' && 'pa-button-small', iconOnly && 'pa-button-icon')}
      aria-disabled={blocked ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      onClick={press}
    >
      {busy ? <Spinner /> : icon !== undefined && <Icon name={icon} />}
      <span class={iconOnly ? 'pa-hidden' : undefined}>{children}</span>
    </button>
  );
}
