/** Periods and hours, as the overlay says them. Pure. */
import type { OverlayTranslate } from '../../components/overlay/texts.ts';
import type { Instant } from '../domain/booking.ts';
import { formatHour, formatInstant, formatShortDay, toLocal, type Language } from '../domain/time.ts';
import type { Usage } from '../domain/usage.ts';

export interface Words {
  translate: OverlayTranslate;
  language: Language;
}

/** « du 1er avr. 2026 au 31 mars 2027 » */
export const periodWords = ({ from, to }: Pick<Usage, 'from' | 'to'>, { translate, language }: Words): string =>
  translate('usagePeriod', { from: formatShortDay(from, language), to: formatShortDay(to - 1, language) });

/** The hour alone on the same day, else the day too. */
export const hourWords = (at: Instant, now: Instant, language: Language): string =>
  toLocal(at).date === toLocal(now).date ? formatHour(at, language) : formatInstant(at, language);
