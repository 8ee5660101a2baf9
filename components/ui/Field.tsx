import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';

/** What every field has in common. */
export interface FieldProps {
  label: string;
  /** After the label, in a lighter weight: « facultatif », a unit. */
  note?: string | undefined;
  hint?: ComponentChildren;
  /** A sentence that says what is wrong and how to put it right; null or undefined when all is well. */
  error?: string | null | undefined;
  /** Fixed by the caller when another element must point at the control (an error summary). */
  id?: string | undefined;
  /** For a control in a table, whose column names it for the eye. */
  hideLabel?: boolean | undefined;
}

/** What a control needs to belong to its label, hint and error. */
export interface ControlAttributes {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

/** Label above, control, hint and error below; `children` draws the control with the attributes it is given. */
export function Field({ label, note, hint, error, id, hideLabel, children }: FieldProps & { children: (attributes: ControlAttributes) => ComponentChildren }) {
  const generated = useId();
  const control = id ?? generated;
  const hasError = error !== undefined && error !== null && error !== '';
  const described = [hint !== undefined && hint !== null && `${control}-hint`, hasError && `${control}-error`].filter(Boolean).join(' ');
  return (
    <div class="pa-field">
      <label class={hideLabel === true ? 'pa-hidden' : 'pa-label'} for={control}>
        {label}
        {note !== undefined && <span class="pa-label-note"> ({note})</span>}
      </label>
      {children({ id: control, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': hasError ? 'true' : undefined })}
      {hint !== undefined && hint !== null && (
        <p class="pa-hint" id={`${control}-hint`}>
          {hint}
        </p>
      )}
      <p class="pa-error" id={`${control}-error`} aria-live="polite">
        {hasError && <Icon name="error" />}
        {hasError && <span>{error}</span>}
      </p>
    </div>
  );
}
