/** What is said of a page that is not understood, and what may be copied of it. Got by a page when it is needed (not-understood.ts). */
import { Banner } from '../../components/overlay/Banner.tsx';
import type { AnchorName } from '../portal/anchors.ts';
import { keepBlock } from './block.ts';
import type { OverlayContext } from './context.ts';
import { nameIn } from './profile-names.ts';
import type { Suspicion } from './suspicion.ts';

const topOf = ({ portal }: OverlayContext): HTMLElement | null =>
  portal.document.querySelector<HTMLElement>('h1') ?? portal.document.querySelector<HTMLElement>('main > *, body > *:not(script, style)');

/** The portal's own words where the profile has some, else what the anchor is called. */
function wordsOf({ settings, translate }: OverlayContext, anchor: AnchorName): string {
  const name = nameIn(settings.profile, anchor);
  return name === anchor ? translate(`anchor_${anchor}`) : name;
}

/** @returns what shows the banner, or takes it away when there is nothing to say any more */
export function openBanner(context: OverlayContext, signal: AbortSignal): (suspicion: Suspicion | null) => void {
  const { translate } = context;
  let said: Suspicion | null = null;
  let closed = false;
  const mount = keepBlock(context, 'banner', () => {
    const top = said === null ? null : topOf(context);
    return top === null ? null : { before: top };
  }, signal);
  const close = (): void => {
    closed = true;
    said = null;
    mount.keep();
  };
  return (suspicion) => {
    said = closed ? null : suspicion;
    mount.keep();
    if (said === null) return;
    const { page } = said;
    const copy = async (): Promise<void> => {
      const text = await context.send({ type: 'overlay.diagnostic' });
      if (typeof text !== 'string') throw new Error('The worker does not answer.');
      await navigator.clipboard.writeText(text);
    };
    const anchors = said.missing.map((anchor) => translate('quoted', { text: wordsOf(context, anchor) })).join(', ');
    const sentences = [translate('unknownBody', { anchors }), ...(page === 'form' ? [translate('unknownForm')] : [])];
    mount.draw(<Banner translate={translate} kind="warning" title={translate('unknownTitle')} sentences={sentences} onClose={close} onCopy={copy} />);
  };
}
