import { featureHealth } from '../../lib/state/portal-health.ts';
import { Badge } from '../ui/Badge.tsx';
import { useOptions } from './context.ts';
import { anchorText, usePortalWords } from './portal-words.ts';

/** Whether a feature of the overlay worked when its pages were last looked at (U16). */
export function FeatureLight({ id, off }: { id: string; off: boolean }) {
  const { model, live, language } = useOptions();
  const t = usePortalWords();
  if (off) return <Badge>{t('featureOff')}</Badge>;
  const light = featureHealth(live.health.value, model.settings.value.portals, id);
  if (light.state === 'unseen') return <Badge>{t('featureUnseen')}</Badge>;
  if (light.state !== 'fails') {
    return (
      <Badge kind="success" icon="check">
        {t('featureWell')}
      </Badge>
    );
  }
  return (
    <Badge kind="danger" icon="warning">
      {t('featureFails', { portal: light.portal, anchors: light.anchors.map((anchor) => anchorText(anchor, language)).join(', ') })}
    </Badge>
  );
}
