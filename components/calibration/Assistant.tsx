import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AssistantActions, AssistantState, View } from '../../lib/calibration/views.ts';
import type { Language } from '../../lib/i18n/translate.ts';
import { Button } from '../ui/Button.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Ask } from './Ask.tsx';
import { End, Trying } from './End.tsx';
import { Plan } from './Plan.tsx';
import { PickSurface } from './PickSurface.tsx';
import { Statuses } from './Statuses.tsx';
import { AssistantProvider, type CalibrationWords } from './texts.ts';
import { Ways } from './Ways.tsx';
import { WhichPage } from './WhichPage.tsx';

export interface AssistantProps {
  state: AssistantState;
  actions: AssistantActions;
  t: CalibrationWords;
  language: Language;
  /** The portal's name. */
  portal: string;
}

/** The view changes when the question does, not when the pointer moves. */
const questionOf = (view: View): string => ('anchor' in view ? `${view.name}/${view.page}/${view.anchor}` : 'page' in view ? `${view.name}/${view.page}` : view.name);

function Body({ view }: { view: View }) {
  if (view.name === 'page') return <WhichPage view={view} />;
  if (view.name === 'plan') return <Plan view={view} />;
  if (view.name === 'ask') return <Ask view={view} />;
  if (view.name === 'ways') return <Ways view={view} />;
  if (view.name === 'statuses') return <Statuses view={view} />;
  return view.name === 'trying' ? <Trying view={view} /> : <End view={view} />;
}

/** The panel, the frame around what is meant, and the ground that catches the clicks. */
export function Assistant({ state, actions, t, language, portal }: AssistantProps) {
  const { view, frame, canUndo, atStart } = state;
  const panel = useRef<HTMLDivElement>(null);
  const question = questionOf(view);
  const isPicking = view.name === 'ask' && view.picking;
  useLayoutEffect(() => {
    if (!isPicking) panel.current?.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true });
  }, [question, isPicking]);
  const said = view.name === 'ask' && view.under !== null ? t('under', { sort: t(`sort_${view.under.sort}`), said: view.under.said }) : '';
  return (
    <AssistantProvider value={{ t, language, actions }}>
      {isPicking && <PickSurface key={question} />}
      {frame !== null && <div class="pc-frame" style={{ left: `${frame.x}px`, top: `${frame.y}px`, width: `${frame.width}px`, height: `${frame.height}px` }} />}
      <div ref={panel} class={`pc-panel${atStart ? ' pc-start' : ''}`} role="dialog" aria-label={t('panel')}>
        <div class="pc-head">
          <p>
            <Mark />
            <span>
              {t('title')} <span class="pa-soft">{portal}</span>
            </span>
          </p>
          <span class="pc-tools">
            <Button kind="quiet" size="small" icon="switch" iconOnly onClick={actions.moveAside}>
              {t('moveAside')}
            </Button>
            <Button kind="quiet" size="small" icon="close" iconOnly onClick={actions.close}>
              {t('close')}
            </Button>
          </span>
        </div>
        <div class="pc-body">
          <Body view={view} />
        </div>
        {canUndo && view.name !== 'trying' && (
          <footer class="pc-foot">
            <Button kind="quiet" size="small" icon="restore" onClick={actions.undo}>
              {t('undo')}
            </Button>
          </footer>
        )}
      </div>
      <LiveRegion text={said} />
    </AssistantProvider>
  );
}
