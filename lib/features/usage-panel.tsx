/** One's own use in a line beside « Afficher la licence », each shared service that the grid shows, the table one press away (S0-21, F02). */
import { effect } from '@preact/signals';
import { UsageGauge } from '../../components/overlay/UsageGauge.tsx';
import type { Where } from '../portal/place.ts';
import { keepBlock } from './block.ts';
import type { OverlayContext } from './context.ts';
import type { Feature } from './feature.ts';
import { nearCriteria } from './show-licence.tsx';
import { toUsageView } from './usage-view.ts';

/** Under the button that shows the licence; without it, where it would be. A long grid hides nothing of it. */
function nearButton(context: OverlayContext): Where | null {
  const button = context.portal.document.querySelector<HTMLElement>('passerelle-show');
  return button === null ? nearCriteria(context) : { after: button };
}

export const usagePanel: Feature = {
  id: 'usage-panel',
  pages: ['calendar'],
  start(context, signal) {
    const { settings, known, language, translate } = context;
    const { roster, person } = settings;
    const mount = keepBlock(context, 'usage', () => (context.grid()?.rows.some(({ serviceId }) => serviceId !== null) === true ? nearButton(context) : null), signal);
    // Kept here: a portal that draws its grid anew shows none of our rows for a moment, and the table that was opened must not close.
    const opened = new Set<string>();
    const toggle = (id: string): void => {
      if (!opened.delete(id)) opened.add(id);
      draw();
    };
    const draw = (): void => {
      const grid = context.grid();
      const shown = new Set(grid?.rows.map(({ serviceId }) => serviceId));
      const cards = settings.cards.filter(({ id, access }) => shown.has(id) && access === 'shared');
      const readings = [...known.peek(), ...(grid?.reading ? [grid.reading] : [])];
      const question = { readings, roster, ownId: person.establishmentId, now: context.now() };
      const views = cards.map((card) => ({ card, view: toUsageView({ ...question, card }, { translate, language }) }));
      const named = (view: (typeof views)[number]) => (cards.length > 1 ? { ...view.view, gauge: translate('gaugeService', { service: view.card.name, gauge: view.view.gauge }) } : view.view);
      mount.draw(views.map((view) => {
        const { id } = view.card;
        return <UsageGauge key={id} translate={translate} view={named(view)} isOpen={opened.has(id)} onToggle={() => toggle(id)} />;
      }));
    };
    context.onRedraw(draw, signal);
    const stop = effect(() => {
      if (known.value.length > 0) draw();
    });
    signal.addEventListener('abort', stop);
  },
};
