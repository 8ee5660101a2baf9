/** « Qui tient la licence maintenant ? », from all that the worker knows. Pure. */
import { licencesNow, type LicenceNow } from '../domain/licence-now.ts';
import { viewsOf, type Sources } from '../state/view.ts';

type Certainty = Pick<LicenceNow, 'certainty' | 'readAt'>;

/** A reading whose span is not known, or does not reach now, proves nothing about now. */
function certaintyOf({ settings, readings, now }: Sources): Certainty {
  const portals = settings.portals.filter(({ enabled }) => enabled);
  const known = portals.map(({ id }) => readings[id]?.reading ?? null);
  const seen = portals.flatMap(({ id }) => readings[id]?.seen.map(({ at }) => at) ?? []);
  const times = [...known.flatMap((reading) => (reading === null ? [] : [reading.at])), ...seen];
  if (times.length === 0) return { certainty: 'unknown', readAt: null };
  const isWhole = known.every((reading) => reading !== null && reading.complete && (reading.from ?? now) <= now && now <= (reading.to ?? now));
  return { certainty: isWhole ? 'whole' : 'part', readAt: Math.min(...times) };
}

/** Of the services that have a licence to hold, in the order of the settings. */
export function licenceOf(sources: Sources): LicenceNow[] {
  const services = sources.settings.cards.filter(({ rules }) => rules.kind !== 'none').map(({ id }) => id);
  const bookings = viewsOf(sources).map(({ key, booking, ledger }) => ({
    key,
    booking,
    live: ledger?.state === 'live',
    ended: ledger !== null && ['ended', 'cancelled', 'rejected'].includes(ledger.state),
  }));
  return licencesNow(services, bookings, certaintyOf(sources), sources.now);
}
