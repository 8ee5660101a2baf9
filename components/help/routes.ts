/** Which part of the help an address names: `#web5000/reserver`, `#problemes`. Pure. */
import { allHelp } from '../../lib/help/index.ts';
import type { ServiceHelp } from '../../lib/help/topic.ts';
import { presets } from '../../lib/services/presets.ts';

/** The built-in card that a service's help is about; its id is the address. */
export const addressOf = ({ source }: ServiceHelp): string => presets.find((card) => card.source === source)?.id ?? source;

export type Place = { page: 'service'; help: ServiceHelp; section: string | null } | { page: 'troubles' } | { page: 'browsers' } | { page: 'accessibility' };

/** @param hash with or without `#`; what is not known opens the first service */
export function readPlace(hash: string): Place {
  const [page, section = null] = hash.replace(/^#/u, '').split('/', 2);
  if (page === 'problemes') return { page: 'troubles' };
  if (page === 'navigateurs') return { page: 'browsers' };
  if (page === 'accessibilite') return { page: 'accessibility' };
  const help = allHelp.find((one) => addressOf(one) === page) ?? allHelp[0];
  if (help === undefined) throw new Error('There is no help');
  return { page: 'service', help, section };
}
