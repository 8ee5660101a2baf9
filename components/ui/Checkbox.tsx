import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface CheckboxProps {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ComponentChildren;
  disabled?: boolean;
}

export function Checkbox({ label, checked, onChange, hint, disabled }: CheckboxProps) {
  const id = useId();
  const hasHint = hint !== undefined && hint !== null;
  return (
    <div class="pa-checkbox">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled ?? false}
        aria-describedby={hasHint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hasHint && (
        <p class="pa-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
