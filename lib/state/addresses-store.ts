/** Where each portal keeps its list of bookings, learnt from tabs and from what worked. No personal data. */
import * as z from 'zod/mini';
import { webAddress } from '../contract/primitives.ts';
import { stored, type Stored } from './stored.ts';

export interface ListAddress {
  /** The last list that a tab of the portal showed; its filters are the person's own. */
  reported: string | null;
  /** Which candidate was last understood as a list. */
  working: 'guess' | 'reported' | null;
  /** The page of the last calendar that a tab showed, without its filters. */
  calendar: string | null;
}

const addresses = z.lazy(() => z.record(
  z.string(),
  z.strictObject({ reported: z.nullable(webAddress), working: z.nullable(z.enum(['guess', 'reported'])), calendar: z._default(z.nullable(webAddress), null) }),
));

export const addressesStore: Stored<Record<string, ListAddress>> = stored('local', 'listAddresses', (raw) => {
  const parsed = addresses.safeParse(raw);
  return parsed.success ? parsed.data : {};
});
