/** The steps of Annexe 1 in words: while they are done, and when one fails (S0-42). Pure. */
import type { OverlayTranslate } from '../../components/overlay/texts.ts';
import type { FilterStep } from '../portal/filter.ts';
import type { StepFailure } from '../portal/filter-steps.ts';
import type { PortalProfile } from '../portal/profile.ts';
import { nameIn } from './profile-names.ts';
import type { ServiceCard } from '../services/card.ts';

/** What the portal calls each thing. */
export interface FilterLabels {
  criteria: string;
  installation: string;
  node: string;
  applyFilter: string;
  saveFilters: string;
}

export const filterLabels = (profile: PortalProfile, card: ServiceCard): FilterLabels => ({
  criteria: nameIn(profile, 'criteria'),
  installation: card.installation ?? '',
  node: card.treeNode ?? card.installation ?? '',
  applyFilter: nameIn(profile, 'applyFilter'),
  saveFilters: nameIn(profile, 'saveFilters'),
});

type Key = Parameters<OverlayTranslate>[0];

interface StepTexts {
  label: keyof FilterLabels;
  doing: Key;
  missing: Key;
  /** What the portal did not react to; null: only a wait. */
  action: Key | null;
}

const steps: Record<FilterStep, StepTexts> = {
  openCriteria: { label: 'criteria', doing: 'showOpen', missing: 'showMissingCriteria', action: 'showActCriteria' },
  expandInstallation: { label: 'installation', doing: 'showOpen', missing: 'showMissingInstallation', action: 'showActCriteria' },
  tickNode: { label: 'node', doing: 'showNode', missing: 'showMissingNode', action: 'showActNode' },
  applyFilter: { label: 'applyFilter', doing: 'showApply', missing: 'showMissingApply', action: 'showActApply' },
  waitForRow: { label: 'node', doing: 'showWait', missing: 'showMissingRow', action: null },
  saveFilters: { label: 'saveFilters', doing: 'showSaving', missing: 'showMissingSave', action: 'showActSave' },
  untickNode: { label: 'node', doing: 'showUndoing', missing: 'showMissingUndo', action: null },
  waitForRowGone: { label: 'node', doing: 'showUndoing', missing: 'showMissingUndo', action: null },
  collapseInstallation: { label: 'node', doing: 'showUndoing', missing: 'showMissingUndo', action: null },
  closeCriteria: { label: 'node', doing: 'showUndoing', missing: 'showMissingUndo', action: null },
};

/** « Cochage de « Solution logicielle »… » */
export const stepSentence = (step: FilterStep, labels: FilterLabels, translate: OverlayTranslate): string =>
  translate(steps[step].doing, { label: labels[steps[step].label] });

/** Which step failed, why, and what the person can do. @param undoing every step is then one of the way back */
export function failureSentence({ step, reason }: StepFailure, undoing: boolean, labels: FilterLabels, translate: OverlayTranslate): string {
  const texts = undoing ? steps.untickNode : steps[step];
  const label = labels[texts.label];
  if (reason === 'missing' || texts.action === null) return translate(texts.missing, { label });
  return translate('showStuck', { action: translate(texts.action, { label }) });
}
