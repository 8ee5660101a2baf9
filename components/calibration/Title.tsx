import type { ComponentChildren } from 'preact';

/** What the view is about; the focus goes to it when the view changes. */
export const Title = ({ children }: { children: ComponentChildren }) => (
  <h2 tabIndex={-1} data-title>
    {children}
  </h2>
);
