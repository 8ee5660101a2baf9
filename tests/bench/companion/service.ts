import type { ServiceOfEvent } from '../../../lib/contract/rules.ts';
import { web5000 } from '../../../lib/services/web5000.ts';

const { id, name, concurrency, bufferBefore, bufferAfter, rules } = web5000;

/** The shared licence as an event carries it. */
export const serviceOfEvents: ServiceOfEvent = { id, name, capacity: 5000, concurrency, bufferBefore, bufferAfter, rules };
