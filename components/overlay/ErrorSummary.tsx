import { Notice } from '../ui/Notice.tsx';
import type { OverlayTranslate } from './texts.ts';

export interface SummaryEntry {
  /** The control that it is about. */
  field: string;
  sentence: string;
}

/** Everything that keeps the booking from being saved, each leading to its field (U2). */
export function ErrorSummary({ translate, entries, onGo }: { translate: OverlayTranslate; entries: readonly SummaryEntry[]; onGo: (field: string) => void }) {
  if (entries.length === 0) return null;
  return (
    <div class="po-summary">
      <Notice kind="error" title={translate('errorSummary', { count: entries.length })}>
        <ul>
          {entries.map((entry) => (
            <li key={entry.field}>
              <button type="button" onClick={() => onGo(entry.field)}>
                {entry.sentence}
              </button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
