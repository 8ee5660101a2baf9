/** Where each portal keeps its list of bookings, learnt from tabs and from what worked. No personal data. */
import { isWebAddress } from '../contract/bounds.ts';
import { isText, oneOf, orAbsent, orNull, recordOf, shape, type Is } from './shape.ts';
import { stored, type Stored } from './stored.ts';

export interface ListAddress {
  /** The last list that a tab of the portal showed; its filters are the person's own. */
  reported: string | null;
  /** Which candidate was last understood as a list. */
  working: 'guess' | 'reported' | null;
  /** The page of the last calendar that a tab showed, without its filters. */
  calendar: string | null;
}

const isAddress: Is<string> = (value): value is string => isText(value) && value.length <= 2000 && isWebAddress(value);
/** Before the calendar's page was kept, there was none. */
const isAddresses = recordOf(shape<Omit<ListAddress, 'calendar'> & Partial<ListAddress>>({
  reported: orNull(isAddress),
  working: orNull(oneOf(['guess', 'reported'])),
  calendar: orAbsent(orNull(isAddress)),
}));

export const addressesStore: Stored<Record<string, ListAddress>> = stored(
  'local',
  'listAddresses',
  (raw) => (isAddresses(raw) ? Object.fromEntries(Object.entries(raw).map(([portal, known]) => [portal, { ...known, calendar: known.calendar ?? null }])) : {}),
  { writer: 'worker' },
);
