/** Who holds the licence and when, in words (U3). Pure. */
import { toSpan } from '../domain/blackouts.ts';
import type { Booking, Instant } from '../domain/booking.ts';
import type { Roster } from '../domain/roster.ts';
import { formatDay, formatHour, formatInstant, formatShortDay, fromWall, toLocal, type Language } from '../domain/time.ts';
import type { ServiceCard } from '../services/card.ts';
import type { OverlayTranslate } from '../../components/overlay/texts.ts';

/** « le CISSS des Îles », « l'Institut universitaire… »; a name of another kind stays alone. */
export function withArticle(name: string, language: Language): string {
  if (language === 'en') return name;
  if (/^(?:CISSS|CIUSSS|CHU|CLSC|Centre|Réseau)\b/u.test(name)) return `le ${name}`;
  return /^(?:Institut|Hôpital|Hôtel-Dieu|IUCPQ)\b/u.test(name) ? `l’${name}` : name;
}

/** The establishment in the roster's words, else in the portal's, else « une autre réservation ». */
function holderOf(booking: Booking, roster: Roster, translate: OverlayTranslate, language: Language): string {
  const name = roster.find(({ id }) => id === booking.establishmentId)?.name ?? booking.establishment;
  return name === null ? translate('someone') : withArticle(name, language);
}

export function whenWords({ start, end }: { start: Instant; end: Instant }, translate: OverlayTranslate, language: Language): string {
  return toLocal(start).date === toLocal(end).date
    ? translate('whenSameDay', { date: formatDay(start, language), from: formatHour(start, language), to: formatHour(end, language) })
    : translate('whenDays', { from: formatInstant(start, language), to: formatInstant(end, language) });
}

/** The first conflict in full, how many others there are, and what to do; empty without conflict. */
export function conflictSentences(conflicts: readonly Booking[], roster: Roster, translate: OverlayTranslate, language: Language): string[] {
  const [first, ...others] = conflicts;
  if (first === undefined) return [];
  const key = first.status === 'pending' ? 'conflictPending' : 'conflict';
  return [
    translate(key, { who: holderOf(first, roster, translate, language), when: whenWords(first, translate, language) }),
    ...(others.length > 0 ? [translate('conflictMore', { count: others.length })] : []),
    translate('conflictHelp'),
  ];
}

const NOON = 'T12:00Z';

/** That nobody of the host can start a conference on one of the booking's days (F04); null when somebody can. */
export function blackoutSentence(span: { start: Instant; end: Instant }, card: Pick<ServiceCard, 'blackouts'>, translate: OverlayTranslate, language: Language): string | null {
  const found = (card.blackouts ?? []).find((days) => {
    const { start, end } = toSpan(days);
    return start < span.end && span.start < end;
  });
  if (found === undefined) return null;
  const words = (date: string): string => formatShortDay(fromWall(Date.parse(date + NOON)), language);
  const dates = found.from === found.until ? words(found.from) : translate('blackoutDays', { from: words(found.from), to: words(found.until) });
  return translate('blackout', { dates });
}

/** Which days the service is lent, when that day is not one of them (S0-02); null when it is. */
export function availabilitySentence(
  start: Instant,
  card: Pick<ServiceCard, 'availableFrom' | 'availableUntil'>,
  translate: OverlayTranslate,
  language: Language,
): string | null {
  const day = toLocal(start).date;
  const words = (date: string): string => formatDay(fromWall(Date.parse(date + NOON)), language);
  if (card.availableFrom !== null && day < card.availableFrom) return translate('availableFrom', { date: words(card.availableFrom) });
  if (card.availableUntil !== null && day > card.availableUntil) return translate('availableUntil', { date: words(card.availableUntil) });
  return null;
}
