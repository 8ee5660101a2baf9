import { useLayoutEffect } from 'preact/hooks';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField, type TextFieldProps } from '../ui/TextField.tsx';
import { useOptions } from './context.ts';
import type { Answer, Reader } from './readers.ts';

export interface BoundFieldProps<Value> {
  /** Names the draft, section first: `services.web5000.capacity`. */
  path: string;
  label: string;
  note?: string;
  hint?: string;
  hideLabel?: boolean;
  kind?: NonNullable<TextFieldProps['kind']> | 'lines' | 'paragraph';
  rows?: number;
  autocomplete?: string;
  /** What is stored now. */
  value: Value;
  format: (value: Value) => string;
  read: Reader<Value>;
  store: (value: Value) => void;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * A field of the settings. What is right is stored; what is wrong stays as typed, with its sentence, until it is put
 * right. It is read again after each drawing, since what makes it right may be another field.
 */
export function BoundField<Value>({ path, label, note, hint, hideLabel, kind = 'text', rows, autocomplete, value, format, read, store }: BoundFieldProps<Value>) {
  const { model, t } = useOptions();
  const draft = model.drafts.value.get(path);
  const text = draft?.text ?? format(value);
  // What is stored is shown even if today's rules would refuse it: only what was typed here is judged.
  const answer: Answer<Value> = draft === undefined ? { ok: true, value } : read(text);
  const invalid = !answer.ok;

  useLayoutEffect(() => {
    // Something was typed or dropped since this drawing: the next one judges it.
    if (draft === undefined || model.drafts.peek().get(path) !== draft) return;
    model.setDraft(path, { text, invalid });
    if (answer.ok && !same(answer.value, value)) store(answer.value);
  });

  const shared = {
    id: `field-${path}`,
    label,
    note,
    hint,
    hideLabel,
    value: text,
    error: answer.ok ? null : t(`problem_${answer.problem.code}`, answer.problem.values ?? {}),
    onInput: (next: string) => {
      const judged = read(next);
      model.setDraft(path, { text: next, invalid: !judged.ok });
      if (judged.ok) store(judged.value);
    },
    // Leaving a field that is right shows it as it is stored.
    onBlur: () => {
      if (!invalid) model.setDraft(path, null);
    },
  };
  return kind === 'lines' || kind === 'paragraph' ? <TextArea {...shared} rows={rows ?? 4} /> : <TextField {...shared} kind={kind} autocomplete={autocomplete ?? 'off'} />;
}

/** {@link BoundFieldProps.format} of a text that may be missing. */
export const formatText = (value: string | null): string => value ?? '';
export const formatLines = (values: readonly string[]): string => values.join('\n');
