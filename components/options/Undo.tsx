import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useOptions } from './context.ts';

/** What was just removed or replaced, and the way back. Takes the focus, since the pressed button is gone. */
export function Undo() {
  const { model, t } = useOptions();
  const place = useRef<HTMLDivElement>(null);
  const offer = model.undoable.value;
  useLayoutEffect(() => {
    if (offer !== null) place.current?.querySelector<HTMLElement>('button')?.focus();
  }, [offer]);
  if (offer === null) return null;
  return (
    <div class="pa-undo" ref={place}>
      <Notice
        kind="success"
        actions={
          <>
            <Button size="small" icon="restore" onClick={() => model.undo()}>
              {t('undo')}
            </Button>
            <Button size="small" kind="quiet" icon="close" iconOnly onClick={() => model.forgetUndo()}>
              {t('dismiss')}
            </Button>
          </>
        }
      >
        {offer.sentence}
      </Notice>
    </div>
  );
}
