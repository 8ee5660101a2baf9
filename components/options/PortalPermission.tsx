import { useState } from 'preact/hooks';
import type { PortalSetting } from '../../lib/state/settings.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useOptions } from './context.ts';

/** Whether the browser allows a portal's pages, and the button that asks; the browser only listens within a click. */
export function PortalPermission({ portal }: { portal: PortalSetting }) {
  const { live, actions, t } = useOptions();
  const [outcome, setOutcome] = useState<'refused' | 'impossible' | null>(null);
  const granted = live.permissions.value[portal.id];
  const host = new URL(portal.origin).host;
  if (!portal.enabled) return null;
  if (granted === undefined) return <p class="pa-soft">{t('permissionUnknown')}</p>;
  if (granted) {
    return (
      <p>
        <Badge kind="success" icon="check">
          {t('permissionGranted')}
        </Badge>
      </p>
    );
  }
  const ask = async () => {
    const answer = await actions.askPermission(portal);
    setOutcome(answer === 'granted' ? null : answer);
  };
  return (
    <Notice
      kind="warning" title={t('permissionMissing')} live={false}
      actions={
        <Button kind="primary" icon="lock" onClick={() => void ask()}>
          {t('givePermission')}
        </Button>
      }
    >
      <p>{t('permissionMissingMore', { host })}</p>
      <p role="status">{outcome === 'refused' ? t('permissionRefused') : outcome === 'impossible' ? t('permissionImpossible', { host }) : ''}</p>
    </Notice>
  );
}
