/** Every benchmark, in the order in which they run. */
import type { Bench } from './bench.ts';
import { bytes } from './bytes.ts';
import { companion } from './companion.ts';
import { outbox } from './outbox.ts';
import { scale } from './scale.ts';
import { details } from './details.ts';
import { domain } from './domain.ts';
import { grid, gridSlower } from './grid.ts';
import { journey } from './journey.ts';
import { pageLoad } from './page-load.ts';
import { popup } from './popup.ts';

export const benches: readonly Bench[] = [bytes, domain, details, grid, gridSlower, pageLoad, popup, journey, companion, outbox, scale];
