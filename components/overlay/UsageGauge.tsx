import { useId } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { UsageTable, type UsageView } from './UsageTable.tsx';
import type { OverlayTranslate } from './texts.ts';

/** « Votre établissement : 3 h sur 12 h, 1 h demandée », and the whole table one press away (S0-21, F02). */
export function UsageGauge({ translate, view, isOpen, onToggle }: { translate: OverlayTranslate; view: UsageView; isOpen: boolean; onToggle: () => void }) {
  const id = useId();
  return (
    <div class="po-gauge">
      <div class="po-slim pa-row">
        <span class="po-gauge-line" role="status">{view.gauge}</span>
        <Button kind="quiet" size="small" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          {translate(isOpen ? 'gaugeHide' : 'gaugeShow')}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        <UsageTable translate={translate} view={view} />
      </div>
    </div>
  );
}
