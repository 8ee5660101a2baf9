import { useLayoutEffect, useId, useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { usePopup } from './context.ts';

/** A second look before what cannot be taken back; the focus goes to the safe answer. */
export function Confirm(
  { question, yes, danger = false, onYes, onNo }: { question: string; yes: string; danger?: boolean; onYes: () => void; onNo: () => void },
) {
  const { t } = usePopup();
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => group.current?.querySelector<HTMLElement>('button:last-of-type')?.focus(), []);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onNo();
  };
  return (
    <div class="pa-popup-confirm" role="group" aria-labelledby={id} ref={group} onKeyDown={leave}>
      <p id={id}>
        <strong>{question}</strong>
      </p>
      <div class="pa-row">
        <Button kind={danger ? 'danger' : 'primary'} size="small" onClick={onYes}>
          {yes}
        </Button>
        <Button size="small" onClick={onNo}>
          {t('keepOn')}
        </Button>
      </div>
    </div>
  );
}
