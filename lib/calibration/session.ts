/** The calibration that is under way, if any: which portal, in which tab, how far. Forgotten with the browser. */
import * as z from 'zod/mini';
import { stored, type Stored } from '../state/stored.ts';
import { progress } from './progress.ts';

const session = z.lazy(() => z.object({ portal: z.string(), tabId: z.number(), progress }));
export type CalibrationSession = z.infer<typeof session>;

export const sessionStore: Stored<CalibrationSession | null> = stored('session', 'calibration', (raw) => session.safeParse(raw).data ?? null);
