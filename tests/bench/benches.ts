/** Every benchmark, in the order in which they run. */
import type { Bench } from './bench.ts';
import { bytes } from './bytes.ts';
import { companion } from './companion';
import { details } from './details.ts';
import { domain } from './domain.ts';
import { grid } from './grid.ts';

export const benches: readonly Bench[] = [bytes, domain, details, grid, companion];
