import { hasStartLink, MESSAGE_MAXIMUM, voices, type Voice } from '../../../lib/domain/invitation.ts';
import { invitationLanguages } from '../../../lib/state/invitation-store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { Letter } from './letter.ts';
import type { ComposerWords } from './words.ts';

export interface ChoicesProps {
  t: ComposerWords;
  letter: Letter;
  hasDialIn: boolean;
  onChange: (change: Partial<Letter>) => void;
}

/** What is wrong with the personal message, or null. */
function messageError(message: string, t: ComposerWords): string | null {
  const over = [...message].length - MESSAGE_MAXIMUM;
  if (over > 0) return t('messageLong', { count: over });
  return hasStartLink(message) ? t('messageStartLink') : null;
}

/** Language, voices and one's own words (F15). */
export function Choices({ t, letter, hasDialIn, onChange }: ChoicesProps) {
  const choose = (voice: Voice, wanted: boolean): void =>
    onChange({ voices: voices.filter((one) => (one === voice ? wanted : letter.voices.includes(one))) });
  return (
    <>
      <SelectField
        label={t('language')} value={letter.language} choices={invitationLanguages.map((value) => ({ value, label: t(`language_${value}`) }))}
        onChange={(language) => onChange({ language })}
      />
      <fieldset>
        <legend class="pa-label">{t('voices')}</legend>
        {voices.map((voice) => (
          <Checkbox
            key={voice} label={t(`voice_${voice}`)} checked={letter.voices.includes(voice)} hint={voice === 'telephone' && !hasDialIn ? t('noDialIn') : undefined}
            onChange={(wanted) => choose(voice, wanted)}
          />
        ))}
        {letter.voices.length === 0 && <p class="pa-error" role="alert">{t('oneVoice')}</p>}
      </fieldset>
      {letter.voices.includes('screen') && <Checkbox label={t('browserOnly')} checked={letter.browserOnly} onChange={(browserOnly) => onChange({ browserOnly })} />}
      <TextArea
        label={t('message')} note={t('optional')} rows={3} value={letter.message} error={messageError(letter.message, t)}
        hint={t('messageHint', { count: Math.max(0, MESSAGE_MAXIMUM - [...letter.message].length) })} onInput={(message) => onChange({ message })}
      />
    </>
  );
}
