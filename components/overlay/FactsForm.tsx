import { Checkbox } from '../ui/Checkbox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Charter } from './Charter.tsx';
import { ErrorSummary, type SummaryEntry } from './ErrorSummary.tsx';
import { ShareLine, type ShareView } from './ShareLine.tsx';
import { SizeAdvice, type SizeView } from './SizeAdvice.tsx';
import type { OverlayTranslate } from './texts.ts';

/** By what becomes of a booking: a conference of its own, a slot of a room that is there, or nothing at Zoom. */
export interface FactsWords {
  title: string;
  nameHint: string;
  emailHint: string;
}

export const factsFields = ['name', 'participants', 'keep', 'presenterName', 'presenterEmail', 'establishmentId', 'planB', 'charter', 'reason'] as const;
export type FactsFieldName = (typeof factsFields)[number];
/** Those that are typed or chosen in; « Garder quand même » is pressed, the charter is ticked. */
export type TypedFieldName = Exclude<FactsFieldName, 'keep' | 'charter'>;

/** The identifier of a field's control inside the shadow root. */
export const controlOf = (field: FactsFieldName): string => `passerelle-${field}`;

export interface FactsFormProps {
  translate: OverlayTranslate;
  service: { name: string; capacity: number };
  /** The words that differ with what is made at Zoom. */
  words: FactsWords;
  /** The portal's own labels, as they are written into. */
  labels: { title: string; freeText: string };
  values: Record<TypedFieldName, string>;
  /** What is wrong with each field, as a sentence. */
  errors: Partial<Record<FactsFieldName, string>>;
  /** After a save that did not happen: everything that must be put right. */
  summary: readonly SummaryEntry[];
  establishments: readonly { id: string; name: string }[];
  /** What this service does otherwise than another one. */
  notes: readonly string[];
  /** Whether a plan B is asked for (S4-26). */
  asksPlanB: boolean;
  /** The charter to keep to when it is recorded (S2-25), with the card's links; null: none is asked. */
  charter: { checked: boolean; links: readonly { label: string; address: string }[] } | null;
  /** Sentences that warn and stop nothing. */
  advice: readonly string[];
  /** What the request does to the establishment's share, by period (F02). */
  shares: readonly ShareView[];
  /** A smaller licence that is enough, or what past estimates were worth (F01, F08). */
  size: SizeView | null;
  kept: boolean;
  /** Why a reason is asked for, hence whether there is a field for it; null: none is asked. */
  reasonHint: string | null;
  /** The rehearsal that is proposed (F07); null: none. */
  rehearsal: { sentence: string; checked: boolean } | null;
  onKeep: () => void;
  onRehearsal: (checked: boolean) => void;
  onCharter: (checked: boolean) => void;
  onInput: (field: TypedFieldName, value: string) => void;
  onLeave: (field: FactsFieldName) => void;
  onGo: (field: string) => void;
  /** Enter, as in any field of a form. */
  onEnter: () => void;
}

/** The three facts (S0-15 … S0-17), next to the portal's own fields, with their sentences under them. */
export function FactsForm({
  translate, service, words, labels, values, errors, summary, establishments, notes, asksPlanB, charter, advice, shares, size, kept, reasonHint, rehearsal,
  onKeep, onRehearsal, onCharter, onInput, onLeave, onGo, onEnter,
}: FactsFormProps) {
  const bind = (field: TypedFieldName) => ({
    id: controlOf(field),
    value: values[field],
    error: errors[field],
    onInput: (value: string) => onInput(field, value),
    onBlur: () => onLeave(field),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.isComposing) onEnter();
    },
  });
  return (
    <section class="po-panel" aria-labelledby="po-facts">
      <header>
        <h2 id="po-facts">{words.title}</h2>
        <span class="po-mine">{translate('product')}</span>
      </header>
      <p class="pa-soft pa-small">{translate('factsIntro', { service: service.name, ...labels })}</p>
      {notes.length > 0 && (
        <ul class="po-notes">
          {notes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <ErrorSummary translate={translate} entries={summary} onGo={onGo} />
      <div class="po-fields">
        <TextField {...bind('name')} label={translate('factName')} hint={words.nameHint} required />
        <NumberField
          {...bind('participants')}
          label={translate('factParticipants')}
          hint={translate('factParticipantsHint', { capacity: service.capacity })}
          required
        />
        <SizeAdvice
          translate={translate} view={size} id={controlOf('keep')} kept={kept} error={errors.keep}
          onKeep={onKeep} onSuggestion={(participants) => onInput('participants', participants)}
        />
        <TextField {...bind('presenterName')} label={translate('factPresenter')} required />
        <TextField {...bind('presenterEmail')} kind="email" label={translate('factEmail')} note={translate('optional')} hint={words.emailHint} />
        <SelectField
          id={controlOf('establishmentId')}
          label={translate('factEstablishment')}
          value={values.establishmentId}
          error={errors.establishmentId}
          choices={[
            ...(values.establishmentId === '' ? [{ value: '', label: translate('factEstablishmentNone') }] : []),
            ...establishments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onInput('establishmentId', value)}
        />
        {asksPlanB && <TextField {...bind('planB')} label={translate('planB')} hint={translate('planBHint')} required />}
        {charter !== null && <Charter translate={translate} id={controlOf('charter')} {...charter} error={errors.charter} onChange={onCharter} />}
        <div class="pa-stack po-live" aria-live="polite">
          {shares.map((view) => (
            <ShareLine key={view.of} view={view} />
          ))}
          {advice.map((sentence) => (
            <div key={sentence} class="po-share po-share-warning">
              <Icon name="warning" />
              <p>{sentence}</p>
            </div>
          ))}
        </div>
        {reasonHint !== null && (
          <TextArea
            id={controlOf('reason')} label={translate('reason')} hint={reasonHint} value={values.reason} error={errors.reason} rows={2} required
            onInput={(value) => onInput('reason', value)} onBlur={() => onLeave('reason')}
          />
        )}
        {rehearsal !== null && (
          <div class="po-rehearsal">
            <p>{rehearsal.sentence}</p>
            <Checkbox label={translate('rehearsalWrite')} hint={translate('rehearsalHint')} checked={rehearsal.checked} onChange={onRehearsal} />
          </div>
        )}
      </div>
    </section>
  );
}
