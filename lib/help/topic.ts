/**
 * What the help says, as data: one file a service, one topic a paragraph or step. `rows` are the ids of the
 * features (docs/features.md) that the words deliver; our own words, never a copy of a document.
 */
import type { ServiceCard } from '../services/card.ts';

/** Both languages, side by side, so that neither is forgotten. */
export interface Words {
  fr: string;
  en: string;
}

export interface Topic {
  rows: readonly string[];
  text: Words;
  /** A sentence to say or to paste, with a button that copies it. */
  copy?: Words;
  /** The card's links of this purpose stand beside it: addresses are settings. */
  link?: ServiceCard['links'][number]['purpose'];
}

export interface Section {
  /** In the address: `help.html#web5000/reserver`. */
  id: string;
  title: Words;
  intro?: Words;
  /** Steps, numbered, or points. */
  kind: 'steps' | 'points';
  /** Closed at first: for who wants to know more (S1-09). */
  more?: true;
  topics: readonly Topic[];
}

export interface ServiceHelp {
  source: NonNullable<ServiceCard['source']>;
  title: Words;
  lead: Words;
  /** Of the document behind it; null when it has none. `YYYY-MM-DD`, local date. */
  signed: string | null;
  sections: readonly Section[];
}

/** The words of a language. */
export const wordsIn = (language: 'fr' | 'en', words: Words): string => words[language];
