import { usePopup } from './context.ts';

/** The way to a portal's own pages, where everything is decided (S0-22). */
export function OpenPortal({ origin }: { origin: string }) {
  const { t } = usePopup();
  return (
    <a class="pa-button pa-button-small" href={origin} target="_blank" rel="noopener noreferrer">
      {t('openPortal')}
    </a>
  );
}
