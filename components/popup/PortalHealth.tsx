import type { PortalModel } from '../../lib/state/model.ts';
import { isRestless } from '../../lib/state/portal-health.ts';
import { RedAnchors } from '../portals/RedAnchors.tsx';
import { StormNotice } from '../portals/StormNotice.tsx';
import { portalWords } from '../portals/words.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePopup } from './context.ts';

/** The anchors of a portal that are red since its pages were last looked at, and what can be done about it. */
export function PortalHealth({ portal }: { portal: PortalModel }) {
  const { model, actions, language } = usePopup();
  if (portal.red.length === 0) return isRestless(portal.failures) ? <StormNotice portal={portal.name} language={language} /> : null;
  const t = portalWords(language);
  return (
    <Notice
      kind="warning"
      title={t('redTitle', { portal: portal.name })}
      actions={
        <>
          {model.person.role === 'admin' && (
            <Button size="small" icon="search" onClick={() => actions.calibrate(portal)}>
              {t('calibrate')}
            </Button>
          )}
          <Button size="small" icon="copy" onClick={() => actions.copyDiagnostic(portal)}>
            {t('copyDiagnostic')}
          </Button>
        </>
      }
    >
      <RedAnchors red={portal.red} language={language} now={model.postNow} />
      <p class="pa-small">{t('redMore')}</p>
    </Notice>
  );
}
