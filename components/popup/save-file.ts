/** A text that the person keeps as a file of their own. */
export interface TextFile {
  name: string;
  /** `text/csv`, `text/calendar`. */
  type: string;
  text: string;
}

/** Hands the file to the browser's downloads; needs no permission. */
export function saveFile({ name, type, text }: TextFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
