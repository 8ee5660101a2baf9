/** Says which part of a page is not understood; blocks nothing and changes nothing. */
import { Banner } from '../../components/overlay/Banner.tsx';
import type { AnchorName } from '../portal/anchors.ts';
import { keepBlock } from './block.ts';
import type { OverlayContext } from './context.ts';
import { diagnosticOf } from './diagnostic.ts';
import type { Feature } from './feature.ts';
import { nameIn } from './filter-sentences.ts';
import { suspect, type Suspicion } from './suspicion.ts';

const topOf = ({ portal }: OverlayContext): HTMLElement | null =>
  portal.document.querySelector<HTMLElement>('h1') ?? portal.document.querySelector<HTMLElement>('main > *, body > *:not(script, style)');

/** The portal's own words where the profile has some, else what the anchor is called. */
function wordsOf({ settings, translate }: OverlayContext, anchor: AnchorName): string {
  const name = nameIn(settings.profile, anchor);
  return name === anchor ? translate(`anchor_${anchor}`) : name;
}

export const notUnderstood: Feature = {
  id: 'not-understood',
  pages: ['calendar', 'form', 'unknown'],
  start(context, signal) {
    const { portal, kind, translate } = context;
    let suspicion: Suspicion | null = null;
    let closed = false;
    const mount = keepBlock(context, 'banner', () => {
      const top = suspicion === null ? null : topOf(context);
      return top === null ? null : { before: top };
    }, signal);
    const close = (): void => {
      closed = true;
      suspicion = null;
      mount.keep();
    };
    context.onCalm(() => {
      suspicion = closed ? null : suspect(portal, kind);
      mount.keep();
      if (suspicion === null) return;
      const { page } = suspicion;
      const copy = (): Promise<void> => navigator.clipboard.writeText(diagnosticOf(context, page));
      const anchors = suspicion.missing.map((anchor) => translate('quoted', { text: wordsOf(context, anchor) })).join(', ');
      const sentences = [translate('unknownBody', { anchors }), ...(page === 'form' ? [translate('unknownForm')] : [])];
      mount.draw(<Banner translate={translate} kind="warning" title={translate('unknownTitle')} sentences={sentences} onClose={close} onCopy={copy} />);
    }, signal);
  },
};
