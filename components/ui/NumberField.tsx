import { TextField, type TextFieldProps } from './TextField.tsx';

/** A number as text, so that « mille » stays visible next to the sentence that refuses it. */
export function NumberField(props: Omit<TextFieldProps, 'kind'>) {
  return <TextField {...props} kind="number" />;
}
