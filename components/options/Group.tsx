import type { ComponentChildren } from 'preact';

export interface GroupProps {
  /** Left out when the section's own title says it all. */
  title?: string;
  lead?: string;
  /** At the end of the title's line: a state, a button. */
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** Fields that belong together, in a card. Its heading is enough to find it; a landmark for each would be noise. */
export function Group({ title, lead, tools, children }: GroupProps) {
  return (
    <div class="pa-card pa-group">
      {title !== undefined && (
        <div class="pa-group-head">
          <h2>{title}</h2>
          {tools}
        </div>
      )}
      {lead !== undefined && <p class="pa-soft pa-group-lead">{lead}</p>}
      <div class="pa-fields">{children}</div>
    </div>
  );
}
