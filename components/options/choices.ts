/** The choices of a closed list of the settings, in words: `waitingRoom_off`. */
import type { Choice } from '../ui/SelectField.tsx';
import type { TextKey, Words } from './context.ts';

type ValuesOf<Field extends string> = TextKey extends infer Key ? (Key extends `${Field}_${infer Value}` ? Value : never) : never;

/** @param field the key in the settings; each value must have its words, which the compiler checks */
export const choicesOf = <Field extends string, Value extends ValuesOf<Field>>(t: Words, field: Field, values: readonly Value[]): Choice<Value>[] =>
  values.map((value) => ({ value, label: t(`${field}_${value}` as TextKey) }));
