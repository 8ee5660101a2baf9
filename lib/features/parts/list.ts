/** What a list of bookings needs. */
import { readList } from '../../portal/read/list.ts';
import type { Part } from '../feature.ts';
import { report } from '../report.ts';

export const list: Part = { features: [report], readPage: (portal) => readList(portal)?.reading ?? null };
