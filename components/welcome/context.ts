/** What the steps of the welcome page share. */
import type { welcomeFr } from '../../lib/i18n/welcome.fr.ts';
import type { Language, Translate } from '../../lib/i18n/translate.ts';
import type { Policy } from '../../lib/policy/policy.ts';
import type { PortalSetting, Settings } from '../../lib/state/settings.ts';

export type WelcomeWords = Translate<typeof welcomeFr>;

export interface WelcomeContext {
  t: WelcomeWords;
  /** « Géré par votre organisation ». */
  managed: string;
  language: Language;
  settings: Settings;
  policy: Policy;
  /** Stores what a step changed. @returns false when the browser refused */
  save(change: (settings: Settings) => Settings): Promise<boolean>;
  /** Whether the browser lets us onto each portal, by its identifier. */
  permissions: Readonly<Record<string, boolean>>;
  /** Must be called within the click. */
  allow(portal: PortalSetting): Promise<boolean>;
  openMail(address: string): void;
  openOptions(): void;
}
