import { useLayoutEffect, useRef } from 'preact/hooks';
import { useAssistant } from './texts.ts';

/**
 * A clear ground over the whole page while something is to be shown: the pointer and the keys act on it, and nothing
 * reaches the portal. Escape lets go, so that nobody is held by it.
 */
export function PickSurface() {
  const { t, actions } = useAssistant();
  const surface = useRef<HTMLDivElement>(null);
  // Before the next key: one that comes sooner than the frame would go to the portal.
  useLayoutEffect(() => surface.current?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={surface}
      class="pc-surface"
      role="application"
      tabIndex={0}
      aria-label={t('surface')}
      onPointerMove={(event) => actions.pointAt(event.clientX, event.clientY)}
      // The portal's own focus stays where it is: a field that loses it may check itself.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.preventDefault();
        // Enter and Space of some assistive tools come as a click at no place: they mean what is highlighted.
        if (event.detail === 0) actions.choosePicked();
        else actions.chooseAt(event.clientX, event.clientY);
      }}
      onContextMenu={(event) => event.preventDefault()}
      onWheel={(event) => actions.scroll(event.clientX, event.clientY, event.deltaX, event.deltaY)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        if (actions.key(event.key, event.shiftKey)) event.preventDefault();
      }}
    />
  );
}
