/** What a booking form needs. */
import type { Part } from '../feature.ts';
import { notUnderstood } from '../not-understood.ts';
import { report } from '../report.ts';
import { requiredFacts } from '../required-facts.tsx';

export const form: Part = { features: [requiredFacts, notUnderstood, report] };
