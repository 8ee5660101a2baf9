import type { ReportSection } from '../../lib/report/sections.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Drawn } from './Drawn.tsx';

/** A picture with its notes; the table that says the same in figures is folded under it, and printed. */
export function Figure({ section, tableWords }: { section: ReportSection; tableWords: string }) {
  return (
    <div class="pr-place">
      {section.notes.map((note) => (
        <p key={note} class="pa-soft">
          {note}
        </p>
      ))}
      {section.picture !== null && (
        <figure class="pr-figure">
          <Drawn nodes={section.picture} />
        </figure>
      )}
      {section.table !== null && (
        <Disclosure summary={tableWords}>
          <Drawn nodes={[section.table]} />
        </Disclosure>
      )}
    </div>
  );
}
