/** What every part of the help page needs. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { HelpTexts } from '../../lib/i18n/help.fr.ts';
import type { Language, Translate } from '../../lib/i18n/translate.ts';
import type { ServiceCard } from '../../lib/services/card.ts';

export interface HelpContext {
  t: Translate<HelpTexts>;
  language: Language;
  cards: readonly ServiceCard[];
  /** Of the extension. */
  version: string;
  /** @throws when the browser does not let us */
  copy(text: string): Promise<void>;
  print(): void;
  /** Says something without moving the focus. */
  say(text: string): void;
}

const Context = createContext<HelpContext | null>(null);
export const HelpProvider = Context.Provider;

/** @throws {Error} outside the help page */
export function useHelp(): HelpContext {
  const context = useContext(Context);
  if (context === null) throw new Error('Outside the help page');
  return context;
}
