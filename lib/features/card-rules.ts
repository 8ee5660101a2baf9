/** What changes on the form from one service card to another: what is asked for, what is said, what is advised. Pure. */
import type { FactsFieldName, FactsWords } from '../../components/overlay/FactsForm.tsx';
import type { OverlayTranslate } from '../../components/overlay/texts.ts';
import { countCharacters } from '../contract/bounds.ts';
import { clinicalWord, hasContact } from '../domain/clinical-words.ts';
import type { ServiceCard } from '../services/card.ts';
import type { Words } from './words.ts';

const PLAN_B_MAXIMUM = 200;
const HOURS_A_DAY = 24;

/** The form's own words, true of what the card makes of a booking: nothing is « taken over in Zoom » where nothing is made there. */
export function cardFormWords({ rules: { kind } }: Pick<ServiceCard, 'rules'>, translate: OverlayTranslate): FactsWords {
  const isMade = kind !== 'permanent' && kind !== 'none';
  return {
    title: translate(isMade ? 'facts' : kind === 'permanent' ? 'factsRoom' : 'factsElsewhere'),
    nameHint: translate(isMade ? 'factNameHint' : 'factNameHintShown'),
    // S0-18: a webinar takes its presenter in advance; in a meeting, a person sees to it on the day.
    emailHint: translate(kind === 'auto' || kind === 'webinar' ? 'factEmailHint' : 'factEmailHintReach'),
  };
}

/** A recording by the service itself, for all to fetch: whoever books answers for it (S2-25). */
export const asksCharter = (card: Pick<ServiceCard, 'rules'>): boolean => card.rules.recording !== 'none';

/** What stops the save besides the facts. */
export function cardErrors(
  card: ServiceCard,
  { planB, charter }: { planB: string; charter: boolean },
  translate: OverlayTranslate,
): Partial<Record<FactsFieldName, string>> {
  const plan = planB.replace(/\s+/gu, ' ').trim();
  return {
    ...(card.required.planB && plan === '' && { planB: translate('errorPlanB') }),
    ...(card.required.planB && countCharacters(plan) > PLAN_B_MAXIMUM && { planB: translate('errorPlanBLong', { maximum: PLAN_B_MAXIMUM }) }),
    ...(asksCharter(card) && !charter && { charter: translate('errorCharter') }),
  };
}

const makes = { permanent: 'noteRoom', none: 'noteElsewhere' } as const;
const waits = { off: 'noteWaitingOff', offThenOn: 'noteWaitingThenOn', on: 'noteWaitingOn' } as const;
const opens = { host: 'noteHostStarts', hostKey: 'noteHostKey', automatic: 'noteOpensItself' } as const;

/** The service's own rules in short sentences, where the five documents contradict each other (services.md). */
export function cardNotes(card: ServiceCard, translate: OverlayTranslate): string[] {
  const { kind, waitingRoom, startMode, recording } = card.rules;
  const notes = [
    kind === 'permanent' || kind === 'none' ? translate(makes[kind]) : null,
    card.access === 'nominative' && kind !== 'none' ? translate('noteNominative') : null,
    card.approval === 'always' ? translate('noteApproval') : null,
    card.bufferBefore > 0 ? translate('noteArrive', { count: card.bufferBefore }) : null,
    startMode === 'organiser' ? null : translate(opens[startMode]),
    waitingRoom === 'optional' ? null : translate(waits[waitingRoom]),
    card.clinical ? translate('noteNeverRecorded') : null,
    recording !== 'none' && card.recordingHours !== null ? keptNote(card.recordingHours, translate) : null,
  ];
  return notes.filter((note) => note !== null);
}

/** « 24 heures » (S1-40) or « 60 jours » (S2-23). */
const keptNote = (hours: number, translate: OverlayTranslate): string =>
  hours > 2 * HOURS_A_DAY && hours % HOURS_A_DAY === 0 ? translate('noteKeptDays', { count: hours / HOURS_A_DAY }) : translate('noteKeptHours', { count: hours });

/** Whether an address is of one of the domains, or of what is under it. */
const isOfDomain = (email: string, domains: readonly string[]): boolean => {
  const own = email.trim().toLowerCase().split('@').at(-1) ?? '';
  return domains.some((domain) => {
    const wanted = domain.trim().toLowerCase().replace(/^@|^\./u, '');
    return own === wanted || own.endsWith(`.${wanted}`);
  });
};

/** Warns and stops nothing (S4-02). */
export function cardAdvice(
  card: ServiceCard,
  { title, planB, email }: { title: string; planB: string; email: string | null },
  { translate, language }: Words,
): (string | null)[] {
  const word = clinicalWord(title);
  const domains = card.emailDomains ?? [];
  const list = new Intl.ListFormat(language === 'fr' ? 'fr-CA' : 'en-CA', { type: 'disjunction' }).format(domains);
  return [
    word === null ? null : card.clinical ? translate('adviceNeutral') : translate('adviceClinical', { word }),
    card.required.planB && hasContact(planB) ? translate('advicePlanB') : null,
    domains.length > 0 && email !== null && email.includes('@') && !isOfDomain(email, domains) ? translate('adviceEmail', { email, list }) : null,
  ];
}
