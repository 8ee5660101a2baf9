import { Bar, type BarPart } from '../ui/Bar.tsx';
import { Icon } from '../ui/Icon.tsx';

export interface ShareView {
  kind: 'calm' | 'warning' | 'error';
  /** « Après cette demande : 4 h 30 sur 12 h » */
  title: string;
  /** Whose, and of which period. */
  of: string;
  /** What follows from it, one sentence each. */
  notes: readonly string[];
  /** Null without a quota. */
  bar: { parts: readonly BarPart[]; total: number; number: string } | null;
}

/** What a request does to an establishment's share, as it is typed. */
export function ShareLine({ view }: { view: ShareView }) {
  const { kind, title, of, notes, bar } = view;
  return (
    <div class={`po-share po-share-${kind}`}>
      {kind !== 'calm' && <Icon name={kind} />}
      <div>
        <p>
          <strong>{title}</strong> <span class="pa-soft pa-small">{of}</span>
        </p>
        {bar !== null && <Bar label={title} parts={bar.parts} total={bar.total} number={bar.number} />}
        {notes.map((note) => (
          <p key={note} class="pa-small">
            {note}
          </p>
        ))}
      </div>
    </div>
  );
}
