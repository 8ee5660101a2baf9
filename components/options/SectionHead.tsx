import type { ComponentChildren } from 'preact';
import { titleProps } from '../page/use-hash.ts';

/** The title that the focus goes to when a section opens, and what the section is for. */
export function SectionHead({ title, lead, children }: { title: string; lead?: string; children?: ComponentChildren }) {
  return (
    <header class="pa-section-head">
      {children}
      <h1 {...titleProps}>
        {title}
      </h1>
      {lead !== undefined && <p class="pa-soft">{lead}</p>}
    </header>
  );
}
