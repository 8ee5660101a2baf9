import { Button } from '../ui/Button.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { OverlayTranslate } from './texts.ts';

/** Where the one click of Annexe 1 stands (S0-37 … S0-42). */
export interface ShowState {
  phase: 'ready' | 'working' | 'done' | 'failed';
  /** What is being done or was done, in one sentence; empty before the first press. */
  message: string;
  /** What to do about it, when it failed. */
  help: string | null;
  /** Whether the person's filters can be put back. */
  canUndo: boolean;
  /** Whether to ask about keeping the selection (S0-41). */
  canSave: boolean;
}

export interface ShowLicenceProps {
  translate: OverlayTranslate;
  state: ShowState;
  onShow: () => void;
  onSave: () => void;
  onUndo: () => void;
}

/** One button; what it does is said as it goes, politely. */
export function ShowLicence({ translate, state, onShow, onSave, onUndo }: ShowLicenceProps) {
  const isWorking = state.phase === 'working';
  return (
    <div class="po-slim">
      <div class="pa-row">
        <Button kind="primary" icon="video" busy={isWorking} onClick={onShow}>
          {translate('show')}
        </Button>
        {isWorking && <span aria-hidden="true">{state.message}</span>}
        {state.canUndo && !isWorking && (
          <Button icon="restore" onClick={onUndo}>
            {translate('showUndo')}
          </Button>
        )}
      </div>
      {state.phase === 'done' && state.message !== '' && (
        <Notice
          kind="success"
          live={false}
          title={state.message}
          actions={state.canSave ? <Button size="small" onClick={onSave}>{translate('showSave')}</Button> : undefined}
        >
          <p>{translate('showNext')}</p>
          {state.canSave && <p>{translate('showKeep')}</p>}
        </Notice>
      )}
      {state.phase === 'failed' && (
        <Notice kind="warning" live={false} title={state.message}>
          {state.help ?? undefined}
        </Notice>
      )}
      <LiveRegion text={state.help === null ? state.message : `${state.message}. ${state.help}`} />
    </div>
  );
}
