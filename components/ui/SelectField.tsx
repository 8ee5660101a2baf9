import { Field, type FieldProps } from './Field.tsx';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

export interface SelectFieldProps<Value extends string> extends FieldProps {
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  disabled?: boolean;
}

/** One of a few; the value handed back is always one of the choices. */
export function SelectField<Value extends string>({ value, choices, onChange, disabled, ...field }: SelectFieldProps<Value>) {
  const choose = (text: string) => {
    const choice = choices.find((candidate) => candidate.value === text);
    if (choice !== undefined) onChange(choice.value);
  };
  return (
    <Field {...field}>
      {(attributes) => (
        <select {...attributes} class="pa-control" value={value} disabled={disabled ?? false} onChange={(event) => choose(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
