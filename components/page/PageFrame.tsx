import type { ComponentChildren } from 'preact';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/Mark.tsx';
import type { Said } from '../ui/use-said.ts';
import { focusTitle } from './use-hash.ts';

export interface PageFrameProps {
  words: { skip: string; product: string; title: string };
  said: Said;
  navigation: ComponentChildren;
  /** At the end of the head. */
  status?: ComponentChildren;
  children: ComponentChildren;
}

/** A page of ours in a tab of its own: the way past the head, the head, the places, and what is said aloud. */
export function PageFrame({ words, said, navigation, status, children }: PageFrameProps) {
  return (
    <>
      <a class="pa-skip pa-hidden" href="#main" onClick={(event) => { event.preventDefault(); focusTitle(); }}>
        {words.skip}
      </a>
      <header class="pa-top">
        <p class="pa-brand">
          <Mark />
          <span>{words.product}</span>
          <span class="pa-brand-page">{words.title}</span>
        </p>
        {status}
      </header>
      <div class="pa-layout">
        {navigation}
        <main id="main" class="pa-main">{children}</main>
      </div>
      <LiveRegion text={said.text} turn={said.turn} />
    </>
  );
}
