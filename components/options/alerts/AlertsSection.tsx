import { isQuiet, type AlertKind, type NotificationSettings } from '../../../lib/state/alert-settings.ts';
import { readsRequests } from '../../../lib/state/view.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { BoundField, formatText } from '../BoundField.tsx';
import { useOptions } from '../context.ts';
import { changeNotifications } from '../edits.ts';
import { Group } from '../Group.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { Desktop } from './Desktop.tsx';
import { readHour } from './hours.ts';
import { useAlertWords } from './words.ts';

/** What each role is told of, in the order in which it happens; nobody is offered what never comes to them. */
const kindsOf = (approves: boolean): AlertKind[] =>
  approves ? ['newRequest', 'late', 'attention', 'decided', 'unconfirmed', 'freed'] : ['decided', 'unconfirmed', 'freed'];

function Kinds({ notifications }: { notifications: NotificationSettings }) {
  const { model } = useOptions();
  const words = useAlertWords();
  const { kinds } = notifications;
  const withKind = (kinds: readonly AlertKind[], kind: AlertKind, on: boolean): AlertKind[] =>
    (on ? [...new Set([...kinds, kind])] : kinds.filter((other) => other !== kind));
  const toggle = (kind: AlertKind, on: boolean) => model.change(changeNotifications((now) => ({ ...now, kinds: withKind(now.kinds, kind, on) })));
  return (
    <Group title={words('kinds')}>
      {kindsOf(readsRequests(model.settings.value.person.role)).map((kind) => (
        <Checkbox
          key={kind} label={words(`kind_${kind}`)} hint={words(`kind_${kind}_hint`)} checked={kinds.includes(kind)}
          onChange={(on) => toggle(kind, on)}
        />
      ))}
    </Group>
  );
}

function Quiet({ notifications }: { notifications: NotificationSettings }) {
  const { model, now } = useOptions();
  const words = useAlertWords();
  return (
    <Group title={words('quiet')} lead={words('quietLead')}>
      <div class="pa-row pa-hours">
        <BoundField
          path="alerts.quietFrom" label={words('quietFrom')} value={notifications.quietFrom} format={formatText} read={readHour}
          store={(quietFrom) => model.change(changeNotifications((known) => ({ ...known, quietFrom })))}
        />
        <BoundField
          path="alerts.quietTo" label={words('quietTo')} value={notifications.quietTo} format={formatText} read={readHour}
          store={(quietTo) => model.change(changeNotifications((known) => ({ ...known, quietTo })))}
        />
      </div>
      <p class="pa-hint">{words('quietHint')}</p>
      <Checkbox
        label={words('quietDaysOff')} checked={notifications.quietDaysOff}
        onChange={(quietDaysOff) => model.change(changeNotifications((known) => ({ ...known, quietDaysOff })))}
      />
      {notifications.on && isQuiet(notifications, now()) && <p class="pa-soft">{words('quietNow')}</p>}
    </Group>
  );
}

/** Desktop notifications: off until a person wants them, and then only what they chose, when they chose (U9). */
export function AlertsSection() {
  const { model } = useOptions();
  const words = useAlertWords();
  const { notifications } = model.settings.value.alerts;
  return (
    <>
      <SectionHead title={words('section')} lead={words('lead')} />
      <Desktop notifications={notifications} />
      <Kinds notifications={notifications} />
      <Quiet notifications={notifications} />
    </>
  );
}
