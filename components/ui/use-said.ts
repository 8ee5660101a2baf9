import { useState } from 'preact/hooks';

/** What a {@link LiveRegion} says. */
export interface Said {
  text: string;
  turn: number;
}

/** What a page says aloud, and the way to say something: the same sentence twice is heard twice. */
export function useSaid(): [Said, (text: string) => void] {
  const [said, setSaid] = useState<Said>({ text: '', turn: 0 });
  return [said, (text) => setSaid(({ turn }) => ({ text, turn: turn + 1 }))];
}
