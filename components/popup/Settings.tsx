import { useState } from 'preact/hooks';
import type { ComparedSetting } from '../../lib/contract/day.ts';
import { differencesOf, settingLines, type SettingLine } from '../../lib/state/today.ts';
import { momentText } from '../../lib/state/when.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePopup, type Words } from './context.ts';
import { Failed, type Failure } from './Failed.tsx';
import { differenceText, nameOf } from './names.ts';

interface Fresh {
  settings: readonly ComparedSetting[] | null;
  at: number;
}

/** Zoom's word for a value, in ours; one that this version does not know is shown as it is. */
function shownText(shown: string, t: Words): string {
  if (shown === 'none') return t('wanted_off');
  return shown === 'on' || shown === 'off' || shown === 'local' || shown === 'cloud' ? t(`wanted_${shown}`) : shown;
}

function sentenceOf({ setting, wanted, found, shown }: SettingLine, t: Words): string {
  const named = { setting: t(`setting_${setting}`), wanted: t(`wanted_${wanted}`) };
  if (found !== 'differs') return t('settingWanted', named);
  return shown === null ? t('settingOther', named) : t('settingShown', { ...named, shown: shownText(shown, t) });
}

function Lines({ lines }: { lines: readonly SettingLine[] }) {
  const { t } = usePopup();
  return (
    <ul class="pa-popup-settings">
      {lines.map((line) => (
        <li key={line.setting} class={`pa-popup-setting-${line.found}`}>
          <Icon name={line.found === 'same' ? 'check' : 'warning'} />
          <span>
            {sentenceOf(line, t)}
            {line.found === 'same' && <span class="pa-soft"> ({t('settingSame')})</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What differs is always in sight, what agrees is folded away. */
function Comparison({ view, lines, fresh }: { view: BookingView; lines: readonly SettingLine[]; fresh: readonly ComparedSetting[] | null }) {
  const { t } = usePopup();
  if (lines.some(({ found }) => found === 'unread')) {
    return (
      <Notice kind="warning" live={false} title={t('settings')}>
        {t('settingsUnread')}
      </Notice>
    );
  }
  const differing = lines.filter(({ found }) => found === 'differs');
  const named = lines.map(({ setting }) => setting as string);
  const others = (differencesOf(view, fresh) ?? []).filter((word) => !named.includes(word));
  const count = differing.length + others.length;
  return (
    <>
      {count > 0 && (
        <Notice kind="warning" live={false} title={t('settingsDiffer', { count })}>
          <Lines lines={differing} />
          {others.length > 0 && <p>{t('differences', { list: others.map((word) => differenceText(word, t)).join(', ') })}</p>}
        </Notice>
      )}
      <Disclosure summary={count === 0 ? t('settingsSame', { count: lines.length }) : t('settings')}>
        <Lines lines={lines} />
      </Disclosure>
    </>
  );
}

/** Zoom's answer against the card (Z15): as it was when it was made, and as it is now at a click. */
export function Settings({ view }: { view: BookingView }) {
  const { model, actions, t, language } = usePopup();
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isReading, setReading] = useState(false);
  const lines = settingLines(view, model.cards[view.booking.serviceId ?? ''], fresh?.settings ?? null);
  if (lines === null) return null;
  const read = (): void => {
    setReading(true);
    setFailure(null);
    void actions.readBack(view).then((answer) => {
      setReading(false);
      if (answer.ok) setFresh(answer);
      else setFailure({ ...answer, what: 'read' });
    });
  };
  return (
    <div class="pa-popup-readback">
      <Comparison view={view} lines={lines} fresh={fresh?.settings ?? null} />
      <div class="pa-row">
        <Button kind="quiet" size="small" icon="refresh" busy={isReading} aria-label={t('readBackOf', { name: nameOf(view, t) })} onClick={read}>
          {t('readBack')}
        </Button>
        <span class="pa-small pa-soft" role="status">
          {fresh !== null && (fresh.settings === null ? t('readBackNothing') : t('settingsReadAt', { when: momentText(fresh.at, model.now, language) }))}
        </span>
      </div>
      {failure !== null && <Failed failure={failure} />}
    </div>
  );
}
