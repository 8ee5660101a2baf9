/** « Utilisation par établissement » under the grid, for each shared service that it shows (S0-21, F02). */
import { effect } from '@preact/signals';
import { UsageTable } from '../../components/overlay/UsageTable.tsx';
import type { Where } from '../portal/portal.ts';
import { keepBlock } from './block.ts';
import type { Feature } from './feature.ts';
import { toUsageView } from './usage-view.ts';

/** Under the grid, and under whatever box it scrolls in. */
function underGrid(row: HTMLElement): Where {
  let grid = row.closest<HTMLElement>('table,[role=grid],[role=table],[role=treegrid]') ?? row.parentElement ?? row;
  for (let box = grid.parentElement; box !== null && /auto|scroll/u.test(getComputedStyle(box).overflowX); box = box.parentElement) grid = box;
  return { after: grid };
}

export const usagePanel: Feature = {
  id: 'usage-panel',
  pages: ['calendar'],
  start(context, signal) {
    const { settings, known, language, translate } = context;
    const { roster, person } = settings;
    const mount = keepBlock(context, 'usage', () => {
      const row = context.grid()?.rows.find(({ serviceId }) => serviceId !== null);
      return row === undefined ? null : underGrid(row.element);
    }, signal);
    const draw = (): void => {
      const grid = context.grid();
      const shown = new Set(grid?.rows.map(({ serviceId }) => serviceId));
      const cards = settings.cards.filter(({ id, access }) => shown.has(id) && access === 'shared');
      const readings = [...known.peek(), ...(grid?.reading ? [grid.reading] : [])];
      const question = { readings, roster, ownId: person.establishmentId, now: context.now() };
      mount.draw(cards.map((card) => <UsageTable key={card.id} translate={translate} view={toUsageView({ ...question, card }, { translate, language })} />));
    };
    context.onRedraw(draw, signal);
    const stop = effect(() => {
      if (known.value.length > 0) draw();
    });
    signal.addEventListener('abort', stop);
  },
};
