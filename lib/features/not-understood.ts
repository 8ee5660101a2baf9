/** Says which part of a page is not understood; blocks nothing and changes nothing. */
import type { Feature } from './feature.ts';
import { suspect, type Suspicion } from './suspicion.ts';

export const notUnderstood: Feature = {
  id: 'not-understood',
  pages: ['calendar', 'form', 'unknown'],
  start(context, signal) {
    let suspicion: Suspicion | null = null;
    /** Got when there is something to say for the first time. */
    let banner: Promise<(suspicion: Suspicion | null) => void> | null = null;
    context.onCalm(async () => {
      suspicion = suspect(context.portal, context.kind, context.health);
      if (suspicion !== null) banner ??= import('./banner.tsx').then(({ openBanner }) => openBanner(context, signal));
      const show = await banner;
      // What is known by now, not what was when it was asked for.
      show?.(suspicion);
    }, signal);
  },
};
