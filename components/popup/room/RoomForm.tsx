import { useState } from 'preact/hooks';
import { isLine, isParagraph, NAME_MAXIMUM } from '../../../lib/contract/bounds.ts';
import { isBoolean, isText, shape } from '../../../lib/state/shape.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { usePopup } from '../context.ts';
import { Failed } from '../Failed.tsx';
import { useKept } from '../use-kept.ts';
import { useSending } from './use-sending.ts';

const REASON_MAXIMUM = 1000;
const options = [['video', 'roomVideo'], ['mute', 'roomMute'], ['authentication', 'roomAuthentication']] as const;
/** As the shared room is (S1-24, S1-26): cameras and microphones closed, no account asked of guests. */
const usual = { name: '', video: false, mute: true, authentication: false, reason: '' };
const isWanted = shape<typeof usual>({ name: isText, video: isBoolean, mute: isBoolean, authentication: isBoolean, reason: isText });

/** The name, the three options and why (S1-35 to S1-37). */
export function RoomForm({ reload }: { reload: () => void }) {
  const { actions, t, language } = usePopup();
  const { value: wanted, change: setWanted, forget } = useKept({ name: 'room' }, usual, isWanted);
  const [isTried, setTried] = useState(false);
  const { isSending, failure, send } = useSending('roomAsk');
  const change = (part: Partial<typeof usual>): void => setWanted({ ...wanted, ...part });
  const name = wanted.name.trim();
  const reason = wanted.reason.trim();
  const isNamed = isLine(name, NAME_MAXIMUM);
  const isTooLong = !isParagraph(reason, REASON_MAXIMUM);
  const ask = (): void => {
    setTried(true);
    if (!isNamed || reason === '' || isTooLong) return;
    send(actions.askRoom({ ...wanted, name, reason, language }), () => {
      actions.announce(t('roomAskedSaid'));
      forget();
      setTried(false);
      reload();
    });
  };
  return (
    <div class="pa-popup-ask">
      <p class="pa-small">{t('roomAskMore')}</p>
      <TextField label={t('roomName')} value={wanted.name} onInput={(text) => change({ name: text })} required error={isTried && !isNamed ? t('roomNameMissing') : null} />
      {options.map(([option, words]) => (
        <Checkbox key={option} label={t(words)} checked={wanted[option]} onChange={(checked) => change({ [option]: checked })} />
      ))}
      <TextArea
        label={t('roomReason')}
        rows={3}
        required
        value={wanted.reason}
        onInput={(text) => change({ reason: text })}
        error={isTooLong ? t('slotWhyLong', { maximum: REASON_MAXIMUM }) : isTried && reason === '' ? t('roomReasonMissing') : null}
      />
      {failure !== null && <Failed failure={failure} />}
      <div class="pa-row">
        <Button kind="primary" size="small" busy={isSending} onClick={ask}>
          {t(isSending ? 'roomSending' : 'roomSend')}
        </Button>
      </div>
    </div>
  );
}
