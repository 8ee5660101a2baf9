import type { ComponentChildren } from 'preact';

/** The title that the focus goes to when a section opens, and what the section is for. */
export function SectionHead({ title, lead, children }: { title: string; lead?: string; children?: ComponentChildren }) {
  return (
    <header class="pa-section-head">
      {children}
      <h1 tabIndex={-1} data-section-title>
        {title}
      </h1>
      {lead !== undefined && <p class="pa-soft">{lead}</p>}
    </header>
  );
}
