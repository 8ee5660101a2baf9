import { useState } from 'preact/hooks';
import type { NotificationSettings } from '../../../lib/state/alert-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOptions } from '../context.ts';
import { changeNotifications } from '../edits.ts';
import { Group } from '../Group.tsx';
import { useAlertWords } from './words.ts';

/** The switch: the browser's permission is asked within the click that wants it, and nothing changes without it. */
export function Desktop({ notifications }: { notifications: NotificationSettings }) {
  const { model, live, actions } = useOptions();
  const words = useAlertWords();
  const [wasRefused, setRefused] = useState(false);
  const isGiven = live.permissions.value['notifications'];

  const switchTo = async (on: boolean) => {
    setRefused(false);
    const granted = !on || (await actions.askNotifications());
    if (granted) model.change(changeNotifications((known) => ({ ...known, on })));
    else setRefused(true);
  };
  const [example, setExample] = useState<'exampleShown' | 'exampleFailed' | null>(null);
  const show = async () => setExample((await actions.showExample()) ? 'exampleShown' : 'exampleFailed');

  return (
    <Group title={words('desktop')}>
      <Checkbox label={words('on')} hint={words('onHint')} checked={notifications.on} onChange={(on) => void switchTo(on)} />
      {wasRefused && <Notice kind="warning">{words('refused')}</Notice>}
      {notifications.on && isGiven === false && (
        <Notice
          kind="warning" title={words('missing')} live={false}
          actions={
            <Button kind="primary" icon="bell" onClick={() => void switchTo(true)}>
              {words('give')}
            </Button>
          }
        >
          {words('missingMore')}
        </Notice>
      )}
      {notifications.on && isGiven === true && (
        <>
          <div class="pa-row">
            <Button icon="bell" onClick={() => void show()}>
              {words('example')}
            </Button>
          </div>
          <p role="status">{example !== null && words(example)}</p>
        </>
      )}
    </Group>
  );
}
