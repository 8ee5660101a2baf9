import { formatPercent } from '../../lib/domain/number-text.ts';
import { formatAmount, formatShortDay } from '../../lib/domain/time.ts';
import type { RequestUse, UseSource } from '../../lib/state/request-use.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { momentText } from '../../lib/state/when.ts';
import { usePopup } from './context.ts';
import { Fact } from './Fact.tsx';

/** « Utilisé : 4 h 30 sur 12 h · après cette demande : 6 h (50 %) », and over which period. */
function Use({ use }: { use: RequestUse }) {
  const { t, language } = usePopup();
  const { unit, used, others, after, share, percent, step, complete } = use;
  const amount = (value: number): string => (unit === 'count' ? t('useBookings', { count: value }) : formatAmount(value, unit, language));
  const atLeast = (value: string): string => (complete ? value : t('useAtLeast', { value }));
  const isOver = share !== null && after > share;
  const number = share === null ? amount : (value: number): string => formatAmount(value, unit, language);
  const now = used === null ? t('useUnread') : atLeast(number(used));
  const then = atLeast(number(after)) + (percent === null ? '' : ` (${formatPercent(percent, language)})`);
  return (
    <>
      <span class={step === 'nothing' ? undefined : 'pa-popup-near'}>
        {share === null ? t('useNowNone', { used: now }) : t('useNow', { used: now, share: amount(share) })} · {t('useAfter', { after: then })}
      </span>
      {isOver && <strong class="pa-popup-near"> · {t('useOver', { over: atLeast(amount(after - share)) })}</strong>}
      {others > 0 && <> · {t('useOthers', { others: atLeast(amount(others)) })}</>}
      <span class="pa-popup-use-more">
        {t('usePeriod', { from: formatShortDay(use.from, language), to: formatShortDay(use.to - 1, language) })} {used === null && t('useUnreadPart')}
      </span>
    </>
  );
}

/** Before the decision (F02): how much of its share the establishment has used, what this request makes of it, and who says so. */
export function EstablishmentUse({ view }: { view: BookingView }) {
  const { model, t, language } = usePopup();
  const answer = model.usesOf(view.booking);
  const said = ({ name, at }: UseSource): string => t(`useSource_${name}`, { when: momentText(at, model.postNow, language) });
  return (
    <Fact icon="chart" label={t('useLabel')}>
      {answer.known ? (
        <div class="pa-popup-use">
          {answer.uses.map((use) => (
            <p key={use.from}>
              <Use use={use} />
            </p>
          ))}
          <p class="pa-popup-use-more">{t('useSources', { sources: answer.sources.map(said).join(t('useAnd')) })}</p>
        </div>
      ) : (
        t(`useWhy_${answer.why}`)
      )}
    </Fact>
  );
}
