import type { PortalSetting } from '../../lib/state/settings.ts';
import { isBuiltIn } from '../../lib/state/portal-of.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { BoundField, formatText } from './BoundField.tsx';
import { useOptions } from './context.ts';
import { changePortal, putBack, removePortal } from './edits.ts';
import { Group } from './Group.tsx';
import { Managed } from './Managed.tsx';
import { PortalHealth } from './PortalHealth.tsx';
import { PortalPermission } from './PortalPermission.tsx';
import { PortalProfile } from './PortalProfile.tsx';
import { optional, readLine, readOrigin, readPath, unique } from './readers.ts';

/** One portal: where it is, and whether the browser lets Passerelle work there. */
export function PortalCard({ portal }: { portal: PortalSetting }) {
  const { model, t } = useOptions();
  const { id, name, origin, listPath, enabled } = portal;
  const path = `portal.${id}.`;
  const change = (part: Partial<PortalSetting>) => model.change(changePortal(id, part));
  const isTaken = (address: string): boolean => model.settings.value.portals.some((other) => other.id !== id && other.origin === address);
  const remove = () => {
    const place = model.settings.value.portals.indexOf(portal);
    model.dropDrafts(path);
    model.changeUndoably(removePortal(id), { sentence: t('portalRemoved', { name }), undo: putBack('portals', portal, place) });
  };
  return (
    <Group
      title={name}
      tools={
        <span class="pa-row">
          {isBuiltIn(origin) && <Badge>{t('builtIn')}</Badge>}
          {!enabled && <Badge>{t('portalDisabled')}</Badge>}
        </span>
      }
    >
      <PortalPermission portal={portal} />
      <Managed part="portals">
        <Checkbox label={t('field_enabled')} checked={enabled} onChange={(on) => change({ enabled: on })} />
        <BoundField path={`${path}name`} label={t('portalName')} hint={t('portalNameHint')} value={name} format={String} read={readLine(120)} store={(next) => change({ name: next })} />
        <BoundField path={`${path}origin`} kind="url" label={t('field_origin')} hint={t('originHint')} value={origin} format={String} read={unique(readOrigin, isTaken)} store={(next) => change({ origin: next })} />
      </Managed>
      <PortalProfile portal={portal} />
      <PortalHealth portal={portal} />
      <Disclosure summary={t('advanced')}>
        <div class="pa-fields">
          <Managed part="portals">
            <BoundField
              path={`${path}listPath`} label={t('field_listPath')} note={t('optional')} hint={t('listPathHint')}
              value={listPath} format={formatText} read={optional(readPath)} store={(next) => change({ listPath: next })}
            />
            <div>
              <Button kind="danger" size="small" icon="remove" onClick={remove}>
                {t('removeNamed', { name })}
              </Button>
            </div>
          </Managed>
        </div>
      </Disclosure>
    </Group>
  );
}
