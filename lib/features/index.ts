/** Every feature of the overlay, in the order in which they start. */
import type { Feature } from './feature.ts';
import { markLicence } from './mark-licence.tsx';
import { notUnderstood } from './not-understood.tsx';
import { report } from './report.ts';
import { requiredFacts } from './required-facts.tsx';
import { showLicence } from './show-licence.tsx';
import { usagePanel } from './usage-panel.tsx';

export const features: readonly Feature[] = [showLicence, markLicence, usagePanel, requiredFacts, notUnderstood, report];
