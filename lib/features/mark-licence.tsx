/** Marks the row of a service and says how many participants it takes, since the portal says 1 (S0-46). */
import { RowMark, type Place } from '../../components/overlay/RowMark.tsx';
import type { ServiceCard } from '../services/card.ts';
import { keepBlock } from './block.ts';
import type { OverlayContext, PageGrid } from './context.ts';
import type { Feature } from './feature.ts';
import { placeFlag } from './mark-place.ts';

const toPlace = ({ left, top, width, height }: Place, origin: Place): Place => ({ left: left - origin.left, top: top - origin.top, width, height });

/** What is written in a cell, without our own words. */
function wordsIn(cell: HTMLElement, host: HTMLElement): DOMRect {
  const range = cell.ownerDocument.createRange();
  range.selectNodeContents(cell);
  if (host.parentNode === cell) range.setEndBefore(host);
  return range.getBoundingClientRect();
}

function markRow(context: OverlayContext, card: ServiceCard, signal: AbortSignal): void {
  const { translate } = context;
  const { document } = context.portal;
  const capacity = translate('markCapacity', { count: card.capacity });
  const find = (): PageGrid['rows'][number] | undefined => context.grid()?.rows.find(({ serviceId }) => serviceId === card.id);
  let row = find();
  const mount = keepBlock(context, 'mark', () => {
    row = find();
    return row === undefined ? null : { inside: row.header };
  }, signal);
  const draw = (): void => {
    if (row === undefined || !mount.host.isConnected) return;
    // Among boxes laid side by side even an empty one would take its share of the gaps.
    mount.host.toggleAttribute('data-floating', /flex|grid/u.test(getComputedStyle(row.header).display));
    const origin = mount.host.getBoundingClientRect();
    const boxes = {
      row: toPlace(row.element.getBoundingClientRect(), origin),
      header: toPlace(row.header.getBoundingClientRect(), origin),
      words: toPlace(wordsIn(row.header, mount.host), origin),
      capacity: row.capacity && toPlace(row.capacity.getBoundingClientRect(), origin),
      flag: mount.shadow.querySelector('.po-flag')?.getBoundingClientRect() ?? { width: 0, height: 0 },
    };
    mount.draw(<RowMark frame={boxes.row} flag={placeFlag(boxes)} capacity={capacity} description={translate('markDescription', { name: row.name, capacity })} />);
  };
  /** Twice: how wide our words are is known only once they are drawn. */
  const measure = (): void => {
    draw();
    draw();
  };
  const resized = new ResizeObserver(measure);
  context.onRedraw(() => {
    measure();
    resized.disconnect();
    if (row !== undefined) resized.observe(row.element);
  }, signal);
  signal.addEventListener('abort', () => resized.disconnect());
  document.addEventListener('scroll', measure, { capture: true, passive: true, signal });
  document.defaultView?.addEventListener('resize', measure, { passive: true, signal });
}

export const markLicence: Feature = {
  id: 'mark-licence',
  pages: ['calendar'],
  start(context, signal) {
    for (const card of context.settings.cards) if (card.access === 'shared') markRow(context, card, signal);
  },
};
