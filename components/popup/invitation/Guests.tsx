import { useState } from 'preact/hooks';
import { addAddresses } from '../../../lib/domain/addresses.ts';
import { isText } from '../../../lib/state/shape.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useKept, type Form } from '../use-kept.ts';
import type { ComposerWords } from './words.ts';

export interface GuestsProps {
  t: ComposerWords;
  /** Where an address that is half typed is kept; null: nowhere. */
  form: Form | null;
  addresses: readonly string[];
  onChange: (addresses: string[], said: string) => void;
}

/** Addresses by Enter, by + or by a pasted list (S3-12); they stay in this browser (S3-11). */
export function Guests({ t, form, addresses, onChange }: GuestsProps) {
  const { value: typed, change: setTyped } = useKept(form, '', isText);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const add = (text: string): void => {
    const answer = addAddresses(addresses, text);
    const count = answer.addresses.length - addresses.length;
    setRefused(answer.refused);
    setTyped(answer.refused.join(' '));
    if (count > 0) onChange(answer.addresses, t('added', { count }));
  };
  return (
    <div class="pa-guests">
      <div class="pa-guests-add" onPaste={(event) => {
        const text = event.clipboardData?.getData('text') ?? '';
        // One word is typed on; a list is split.
        if (!/[\s,;]/u.test(text.trim())) return;
        event.preventDefault();
        add(`${typed} ${text}`);
      }}>
        <TextField
          label={t('guests')} hint={t('guestsHint')} kind="email" value={typed} onInput={setTyped}
          error={refused.length === 0 ? null : t('refused', { list: refused.join(', ') })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            add(typed);
          }}
        />
        <Button icon="add" iconOnly onClick={() => add(typed)}>{t('add')}</Button>
      </div>
      {addresses.length > 0 && (
        <ul aria-label={t('guestList', { count: addresses.length })}>
          {addresses.map((address) => (
            <li key={address}>
              <bdi>{address}</bdi>
              <Button kind="quiet" size="small" icon="close" iconOnly onClick={() => onChange(addresses.filter((one) => one !== address), '')}>
                {t('remove', { address })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
