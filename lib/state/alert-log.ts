/** What a person was already told, so that nothing is told twice. Identities only, no name and no title. */
import type { Instant } from '../domain/booking.ts';
import { isNumber, recordOf } from './shape.ts';
import { stored, type Stored } from './stored.ts';

/** By the alert's identity, until when it is worth remembering. Null: alerts are off; what stands when they go on is no news. */
export type AlertLog = Record<string, Instant> | null;

const isLog = recordOf(isNumber);

export const alertLogStore: Stored<AlertLog> = stored('local', 'alertLog', (raw) => (isLog(raw) ? raw : null), { writer: 'worker' });
