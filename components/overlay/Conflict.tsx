import { Icon } from '../ui/Icon.tsx';
import { Button } from '../ui/Button.tsx';
import type { OverlayTranslate } from './texts.ts';

export interface ConflictProps {
  translate: OverlayTranslate;
  /** Who holds the licence and when (U3), one sentence each; empty: no known conflict. */
  sentences: readonly string[];
  /** Of which hour the bookings compared are; null when none was read. */
  source: string | null;
  onCheck: () => void;
}

/** In words and politely; stays in the page, so that a change is heard. */
export function Conflict({ translate, sentences, source, onCheck }: ConflictProps) {
  const [conflict, ...more] = sentences;
  return (
    <div class={sentences.length === 0 && source === null ? 'po-conflict' : 'po-conflict po-slim'}>
      <div role="status">
        {conflict !== undefined && (
          <p class="pa-error">
            <Icon name="error" />
            <span>{conflict}</span>
          </p>
        )}
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {sentences.length === 0 && source !== null && <p class="pa-small pa-soft">{translate('conflictNone')}</p>}
      </div>
      {sentences.length > 0 && (
        <div class="pa-row pa-small">
          {source !== null && <span class="pa-soft">{source}</span>}
          <Button kind="quiet" size="small" icon="refresh" onClick={onCheck}>
            {translate('conflictCheck')}
          </Button>
        </div>
      )}
    </div>
  );
}
