/** Hours and ages next to now, as our pages and the icon say them. Pure. */
import type { Instant } from '../domain/booking.ts';
import { DAY, HOUR, MINUTE, formatHour, toLocal, withFirst } from '../domain/time.ts';
import { localeOf, type Language } from '../i18n/translate.ts';

const NBSP = '\u00a0';

/** Made once a language: making one costs far more than using it. */
const days: Partial<Record<Language, Intl.DateTimeFormat>> = {};
const ages: Partial<Record<Language, Intl.RelativeTimeFormat>> = {};

/** « à 10 h 05 » when it is today's, « le 23 novembre à 10 h 05 » otherwise. */
export function momentText(instant: Instant, now: Instant, language: Language): string {
  const [at, on] = language === 'fr' ? ['à', 'le'] : ['at', 'on'];
  const hour = `${at}${NBSP}${formatHour(instant, language)}`;
  if (toLocal(instant).date === toLocal(now).date) return hour;
  const day = (days[language] ??= new Intl.DateTimeFormat(localeOf(language), { timeZone: 'America/Toronto', day: 'numeric', month: 'long' })).format(instant);
  return `${on} ${withFirst(day, language)} ${hour}`;
}

const steps = [[HOUR, 'hour'], [MINUTE, 'minute']] as const;

/** From one day of Toronto's calendar to another: 47 hours may be yesterday, or the day before. */
const daysBetween = (instant: Instant, now: Instant): number => Math.round((Date.parse(toLocal(now).date) - Date.parse(toLocal(instant).date)) / DAY);

/** « il y a 3 heures », « hier »; less than a minute is « à l’instant ». */
export function ageText(instant: Instant, now: Instant, language: Language): string {
  const age = Math.max(0, now - instant);
  const format = (ages[language] ??= new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }));
  if (age >= DAY) return format.format(-daysBetween(instant, now), 'day');
  for (const [length, unit] of steps) if (age >= length) return format.format(-Math.floor(age / length), unit);
  return language === 'fr' ? 'à l’instant' : 'just now';
}
