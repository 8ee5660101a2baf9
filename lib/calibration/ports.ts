/** What the assistant is given: by the worker once, by its page all the time. */
import type { Roster } from '../domain/roster.ts';
import type { Language } from '../i18n/translate.ts';
import type { PortalProfile } from '../portal/profile.ts';
import type { ServiceCard } from '../services/card.ts';
import type { Progress } from './progress.ts';

/** The worker's answer to `calibration.start`. */
export interface CalibrationStart {
  portal: { id: string; name: string };
  language: Language;
  /** The profile that is taught over. */
  base: PortalProfile;
  progress: Progress;
  cards: ServiceCard[];
  roster: Roster;
}

export interface AssistantPorts {
  document: Document;
  /** The page's address now. */
  url(): string;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  /** `YYYY-MM-DD`, in Toronto. */
  today(): string;
  /** Hands the progress to the worker; the last one wins. */
  keep(progress: Progress): void;
  /** Puts the profile in force. False when the worker refused it. */
  save(progress: Progress): Promise<boolean>;
  /** Leaves for another page of the portal, by its address alone. */
  go(path: string): void;
  /** Waits until it holds, or until the page has had its time. */
  settled(holds: () => boolean): Promise<void>;
  close(): void;
}
