import { NumberField } from '../ui/NumberField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ErrorSummary, type SummaryEntry } from './ErrorSummary.tsx';
import type { OverlayTranslate } from './texts.ts';

export const factsFields = ['name', 'participants', 'presenterName', 'presenterEmail', 'establishmentId'] as const;
export type FactsFieldName = (typeof factsFields)[number];

/** The identifier of a field's control inside the shadow root. */
export const controlOf = (field: FactsFieldName): string => `passerelle-${field}`;

export interface FactsFormProps {
  translate: OverlayTranslate;
  service: { name: string; capacity: number };
  /** The portal's own labels, as they are written into. */
  labels: { title: string; freeText: string };
  values: Record<FactsFieldName, string>;
  /** What is wrong with each field, as a sentence. */
  errors: Partial<Record<FactsFieldName, string>>;
  /** After a save that did not happen: everything that must be put right. */
  summary: readonly SummaryEntry[];
  establishments: readonly { id: string; name: string }[];
  /** Sentences that warn and stop nothing: what the request does to the establishment's share. */
  advice: readonly string[];
  onInput: (field: FactsFieldName, value: string) => void;
  onLeave: (field: FactsFieldName) => void;
  onGo: (field: string) => void;
  /** Enter, as in any field of a form. */
  onEnter: () => void;
}

/** The three facts (S0-15 … S0-17), next to the portal's own fields, with their sentences under them. */
export function FactsForm({ translate, service, labels, values, errors, summary, establishments, advice, onInput, onLeave, onGo, onEnter }: FactsFormProps) {
  const bind = (field: FactsFieldName) => ({
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
        <h2 id="po-facts">{translate('facts')}</h2>
        <span class="po-mine">{translate('product')}</span>
      </header>
      <p class="pa-soft pa-small">{translate('factsIntro', { service: service.name, ...labels })}</p>
      <ErrorSummary translate={translate} entries={summary} onGo={onGo} />
      <div class="po-fields">
        <TextField {...bind('name')} label={translate('factName')} hint={translate('factNameHint')} required />
        <NumberField
          {...bind('participants')}
          label={translate('factParticipants')}
          hint={translate('factParticipantsHint', { capacity: service.capacity })}
          required
        />
        <TextField {...bind('presenterName')} label={translate('factPresenter')} required />
        <TextField {...bind('presenterEmail')} kind="email" label={translate('factEmail')} note={translate('optional')} hint={translate('factEmailHint')} />
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
      </div>
      <div class="pa-small" aria-live="polite">
        {advice.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </section>
  );
}
