/** What the popup says of an establishment’s use beside a request (F02), in English. */
import type { PopupUseTexts } from './popup-use.fr.ts';

export const popupUseEn: PopupUseTexts = {
  useLabel: 'Use and share of the establishment',
  useNow: 'Used: {used} of {share}',
  useNowNone: 'Used: {used}, no quota set',
  useAfter: 'after this request: {after}',
  useOver: 'over its share by {over}',
  useOthers: 'with {others} of other waiting requests',
  useAtLeast: 'at least {value}',
  useBookings: { one: '{count} booking', other: '{count} bookings' },
  usePeriod: 'From {from} to {to}.',
  useSources: 'From {sources}.',
  useSource_portal: 'the portal, read {when}',
  useSource_companion: 'the companion, read {when}',
  useAnd: ' and ',
  useUnread: 'nothing read',
  useUnreadPart: 'Only a part was read, and nothing approved is in it.',
  useWhy_unread: 'Use: — (neither the portal nor the companion has been read)',
  useWhy_establishment: 'Use: — (which establishment the request comes from is not known)',
  useWhy_card: 'Use: — (this service is no longer in the options)',
};
