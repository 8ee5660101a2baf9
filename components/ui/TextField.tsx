import { Field, type FieldProps } from './Field.tsx';
import { classes } from './classes.ts';

export interface TextFieldProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  /** `number` is a text control with a numeric keyboard: a browser's number control hides what it cannot read. */
  kind?: 'text' | 'email' | 'url' | 'password' | 'date' | 'tel' | 'number' | 'search';
  required?: boolean;
  readOnly?: boolean;
  placeholder?: string;
  autocomplete?: string;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** The element's types know one kind of input at a time; all of these are one line of text to us. */
const typeOf = { text: 'text', email: 'email', url: 'url', password: 'password', date: 'date', tel: 'tel', number: 'text', search: 'search' } as const;

/** One line of text. Browser checks are off: the sentence under the field is ours. */
export function TextField({ value, onInput, kind = 'text', required, readOnly, placeholder, autocomplete = 'off', onBlur, onKeyDown, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          class={classes('pa-control', kind === 'number' && 'pa-control-number')}
          type={typeOf[kind] as 'text'}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          placeholder={placeholder}
          value={value}
          autocomplete={autocomplete}
          spellcheck={kind === 'text'}
          readOnly={readOnly ?? false}
          aria-required={required === true ? 'true' : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={() => onBlur?.()}
          onKeyDown={(event) => onKeyDown?.(event)}
        />
      )}
    </Field>
  );
}
