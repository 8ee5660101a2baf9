import type { RefObject } from 'preact';
import { Icon } from '../ui/Icon.tsx';
import { usePopup } from './context.ts';

/** Looks through the list below as one types. */
export function Search({ query, onQuery, field }: { query: string; onQuery: (query: string) => void; field: RefObject<HTMLInputElement | null> }) {
  const { t, model } = usePopup();
  return (
    <div class="pa-popup-search" role="search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        aria-label={t('searchLabel')}
        placeholder={t('searchShort')}
        aria-keyshortcuts={model.habits.singleKeys ? '/' : undefined}
        value={query}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
    </div>
  );
}
