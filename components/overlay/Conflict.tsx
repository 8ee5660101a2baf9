import { Icon } from '../ui/Icon.tsx';
import { Button } from '../ui/Button.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { OverlayTranslate } from './texts.ts';

/** What became of a free moment that was chosen. */
export interface Filled {
  message: string;
  kind: 'success' | 'warning';
  canUndo: boolean;
}

export interface ConflictProps {
  translate: OverlayTranslate;
  /** Who holds the licence and when (U3), one sentence each; empty: no known conflict. */
  sentences: readonly string[];
  /** Of which hour the bookings compared are; null when none was read. */
  source: string | null;
  /** Free moments, in words (F04). */
  proposals: readonly string[];
  filled: Filled | null;
  /** Whether the person asked to be told when the slot is freed; null where there is nothing to wait for. */
  waiting: boolean | null;
  onCheck: () => void;
  onFill: (proposal: number) => void;
  onUndo: () => void;
  onWait: (wait: boolean) => void;
}

function Proposals({ translate, proposals, onFill }: Pick<ConflictProps, 'translate' | 'proposals' | 'onFill'>) {
  return (
    <div class="po-proposals" role="group" aria-labelledby="po-proposals">
      <p id="po-proposals">
        <strong>{translate('alternatives')}</strong> <span class="pa-soft pa-small">{translate('alternativesRead')}</span>
      </p>
      {proposals.map((words, index) => (
        <Button key={words} size="small" icon="calendar" onClick={() => onFill(index)}>
          {words}
        </Button>
      ))}
    </div>
  );
}

/** In words and politely; stays in the page, so that a change is heard. */
export function Conflict({ translate, sentences, source, proposals, filled, waiting, onCheck, onFill, onUndo, onWait }: ConflictProps) {
  const [conflict, ...more] = sentences;
  return (
    <div class={sentences.length === 0 && source === null && filled === null ? 'po-conflict' : 'po-conflict po-slim'}>
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
      {proposals.length > 0 && <Proposals translate={translate} proposals={proposals} onFill={onFill} />}
      {filled !== null && (
        <Notice kind={filled.kind} live={false} title={filled.message} actions={filled.canUndo ? <Button size="small" icon="restore" onClick={onUndo}>{translate('alternativeUndo')}</Button> : undefined} />
      )}
      {sentences.length > 0 && (
        <div class="pa-row pa-small">
          {source !== null && <span class="pa-soft">{source}</span>}
          <Button kind="quiet" size="small" icon="refresh" onClick={onCheck}>
            {translate('conflictCheck')}
          </Button>
          {waiting !== null && (
            <Button kind="quiet" size="small" icon="bell" onClick={() => onWait(!waiting)}>
              {translate(waiting ? 'waitStop' : 'wait')}
            </Button>
          )}
        </div>
      )}
      {waiting === true && <p class="pa-small">{translate('waiting')}</p>}
      <LiveRegion text={filled?.message ?? (waiting === true ? translate('waiting') : '')} />
    </div>
  );
}
