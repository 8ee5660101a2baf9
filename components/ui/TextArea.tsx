import { Field, type FieldProps } from './Field.tsx';

export interface TextAreaProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  rows?: number;
  required?: boolean;
  readOnly?: boolean;
  onBlur?: () => void;
}

/** Several lines of text. */
export function TextArea({ value, onInput, rows = 4, required, readOnly, onBlur, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <textarea
          {...attributes}
          class="pa-control"
          rows={rows}
          value={value}
          readOnly={readOnly ?? false}
          aria-required={required === true ? 'true' : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={() => onBlur?.()}
        />
      )}
    </Field>
  );
}
