/** What a page that is none that is known needs: it may be one of ours that has changed. */
import { reportHealth } from '../../portal/calendar-health.ts';
import type { Part } from '../feature.ts';
import { notUnderstood } from '../not-understood.ts';
import { report } from '../report.ts';

export const unknown: Part = { features: [notUnderstood, report], health: reportHealth };
