import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { OverlayTranslate } from './texts.ts';

export interface SizeView {
  /** « La licence nominative de 300 suffit »; null when the one that is booked is right. */
  title: string | null;
  /** What is said when it is saved without being kept on purpose; null: it may be saved as it is. */
  mustKeep: string | null;
  sentences: readonly string[];
  /** What one's last meetings say, and the number to write instead. */
  estimate: { sentence: string; suggestion: string } | null;
}

export interface SizeAdviceProps {
  translate: OverlayTranslate;
  /** Null: nothing to say. The region stays, so that what comes is heard. */
  view: SizeView | null;
  /** Of the button « Garder quand même ». */
  id: string;
  kept: boolean;
  error: string | undefined;
  onKeep: () => void;
  onSuggestion: (participants: string) => void;
}

/** Advice, never a wall: the person may keep what they chose, and says why (F01). */
export function SizeAdvice({ translate, view, id, kept, error, onKeep, onSuggestion }: SizeAdviceProps) {
  const estimate = view?.estimate ?? null;
  return (
    <div class="po-live" aria-live="polite">
      {view !== null && view.title !== null && (
        <Notice
          kind={error === undefined ? 'info' : 'error'}
          live={false}
          title={view.title}
          actions={
            view.mustKeep === null ? undefined : (
              <Button id={id} size="small" {...(kept ? { icon: 'success' } : {})} aria-pressed={kept} aria-describedby={error === undefined ? undefined : `${id}-error`} onClick={onKeep}>
                {translate('keepAnyway')}
              </Button>
            )
          }
        >
          {view.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {kept && view.mustKeep !== null && <p>{translate('kept')}</p>}
          {error !== undefined && <p id={`${id}-error`}>{error}</p>}
        </Notice>
      )}
      {estimate !== null && (
        <div class="pa-row pa-small">
          <span>{estimate.sentence}</span>
          <Button kind="quiet" size="small" onClick={() => onSuggestion(estimate.suggestion)}>
            {translate('estimateUse', { suggestion: estimate.suggestion })}
          </Button>
        </div>
      )}
    </div>
  );
}
