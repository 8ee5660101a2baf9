import type { ServiceCard } from '../../lib/services/card.ts';
import { useHelp } from './context.ts';

/** To whom one writes: each address of the cards once. */
export function Support({ cards }: { cards: readonly ServiceCard[] }) {
  const { t } = useHelp();
  const addresses = [...new Set(cards.flatMap(({ support }) => (support === null ? [] : [support])))];
  return (
    <section class="pa-help-section">
      <h2>{t('support')}</h2>
      {addresses.length === 0 && <p>{t('noSupport')}</p>}
      {addresses.map((email) => <p key={email}><a href={`mailto:${email}`}>{t('supportMore', { email })}</a></p>)}
    </section>
  );
}
