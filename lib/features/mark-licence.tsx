/** Marks the row of a service and says how many participants it takes, since the portal says 1 (S0-46). */
import { RowMark, type Place } from '../../components/overlay/RowMark.tsx';
import type { ServiceCard } from '../services/card.ts';
import { keepBlock } from './block.ts';
import type { OverlayContext, PageGrid } from './context.ts';
import type { Feature } from './feature.ts';
import { placeFlag } from './mark-place.ts';

const toPlace = ({ left, top, width, height }: Place, origin: Place): Place => ({ left: left - origin.left, top: top - origin.top, width, height });

/** The lines written in a cell, without the portal's number and our own words. */
function linesIn(cell: HTMLElement, number: HTMLElement | null, host: HTMLElement): DOMRect[] {
  const document = cell.ownerDocument;
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const lines: DOMRect[] = [];
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (number?.contains(text) === true || host.contains(text) || (text.nodeValue ?? '').trim() === '') continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    lines.push(...range.getClientRects());
  }
  return lines;
}

/** The colour that an element stands on. */
function groundOf(element: Element | null): string {
  for (let box = element; box !== null; box = box.parentElement) {
    const { backgroundColor } = getComputedStyle(box);
    if (!/^(?:transparent|rgba\(.*, 0\))$/u.test(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
}

function markRow(context: OverlayContext, card: ServiceCard, signal: AbortSignal): void {
  const { translate } = context;
  const { document } = context.portal;
  const { number: digits = '', words: capacity = '' } = context.settings.capacities[card.id] ?? {};
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
    const sizeOf = (part: string) => mount.shadow.querySelector(part)?.getBoundingClientRect() ?? null;
    const [whole, short] = [sizeOf('.po-whole'), sizeOf('.po-short')];
    const number = row.capacity && toPlace(row.capacity.getBoundingClientRect(), origin);
    const flag =
      whole === null || short === null
        ? null
        : placeFlag({
            header: toPlace(row.header.getBoundingClientRect(), origin),
            lines: linesIn(row.header, row.capacity, mount.host).map((line) => toPlace(line, origin)),
            capacity: number,
            whole,
            short,
          });
    const frame = toPlace(row.element.getBoundingClientRect(), origin);
    const cover = number && { place: number, colour: groundOf(row.header) };
    mount.draw(<RowMark frame={frame} cover={cover} flag={flag} capacity={capacity} number={digits} description={translate('markDescription', { name: row.name, capacity })} />);
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
