/** What a page with the grid of a day needs. */
import { reportHealth } from '../../portal/calendar-health.ts';
import { readGrid, readResources } from '../../portal/read/grid.ts';
import type { View } from '../../portal/view.ts';
import type { PageGrid } from '../context.ts';
import type { Part } from '../feature.ts';
import { markLicence } from '../mark-licence.tsx';
import { notUnderstood } from '../not-understood.ts';
import { report } from '../report.ts';
import { showLicence } from '../show-licence.tsx';
import { usagePanel } from '../usage-panel.tsx';

/** Bookings of other resources are not even read. */
const isOurs = (serviceId: string | null): boolean => serviceId !== null;

function readPageGrid(portal: View): PageGrid | null {
  const { rows, reading } = readGrid(portal, isOurs) ?? { rows: readResources(portal), reading: null };
  return rows.length === 0 && reading === null ? null : { rows, reading };
}

export const calendar: Part = { features: [showLicence, markLicence, usagePanel, notUnderstood, report], readGrid: readPageGrid, health: reportHealth };
