import type { OverlayTranslate } from './texts.ts';

export interface CharterProps {
  translate: OverlayTranslate;
  /** Of the control, inside the shadow root. */
  id: string;
  checked: boolean;
  /** Of the card: where the charter can be read. */
  links: readonly { label: string; address: string }[];
  error: string | undefined;
  onChange: (checked: boolean) => void;
}

/** What whoever records keeps to (S2-25): must be ticked, since the recording is made in the cloud for all to fetch. */
export function Charter({ translate, id, checked, links, error, onChange }: CharterProps) {
  return (
    <div class="pa-checkbox">
      <input
        id={id} type="checkbox" checked={checked} aria-required="true" aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`} onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{translate('charter')}</label>
      {links.length > 0 && (
        <p class="pa-hint">
          {links.map(({ label, address }) => (
            <a key={address} href={address} target="_blank" rel="noreferrer">{label}</a>
          ))}
        </p>
      )}
      {error !== undefined && <p class="pa-error" id={`${id}-error`}>{error}</p>}
    </div>
  );
}
