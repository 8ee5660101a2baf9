import { settingLines, type SettingLine } from '../../lib/state/today.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePopup } from './context.ts';
import { differenceText } from './names.ts';

function Lines({ lines }: { lines: readonly SettingLine[] }) {
  const { t } = usePopup();
  return (
    <ul class="pa-popup-settings">
      {lines.map(({ setting, wanted, found }) => (
        <li key={setting} class={`pa-popup-setting-${found}`}>
          <Icon name={found === 'same' ? 'check' : 'warning'} />
          <span>
            {t(found === 'same' ? 'settingWanted' : 'settingOther', { setting: t(`setting_${setting}`), wanted: t(`wanted_${wanted}`) })}
            {found === 'same' && <span class="pa-soft"> ({t('settingSame')})</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Zoom's answer against the card (Z15): what differs is always in sight, what agrees is folded away. */
export function Settings({ view }: { view: BookingView }) {
  const { model, t } = usePopup();
  const lines = settingLines(view, model.cards[view.booking.serviceId ?? '']);
  if (lines === null) return null;
  if (lines.some(({ found }) => found === 'unread')) {
    return (
      <Notice kind="warning" live={false} title={t('settings')}>
        {t('settingsUnread')}
      </Notice>
    );
  }
  const differing = lines.filter(({ found }) => found === 'differs');
  const named = lines.map(({ setting }) => setting as string);
  const others = (view.ledger?.conference?.differences ?? []).filter((word) => !named.includes(word));
  return (
    <div class="pa-popup-readback">
      {(differing.length > 0 || others.length > 0) && (
        <Notice kind="warning" live={false} title={t('settingsDiffer', { count: differing.length + others.length })}>
          <Lines lines={differing} />
          {others.length > 0 && <p>{t('differences', { list: others.map((word) => differenceText(word, t)).join(', ') })}</p>}
        </Notice>
      )}
      <Disclosure summary={differing.length === 0 && others.length === 0 ? t('settingsSame', { count: lines.length }) : t('settings')}>
        <Lines lines={lines} />
      </Disclosure>
    </div>
  );
}
