import { useState } from 'preact/hooks';
import { failuresOf } from '../../lib/state/health-store.ts';
import { isRestless, redAnchors, wasSeen } from '../../lib/state/portal-health.ts';
import type { PortalSetting } from '../../lib/state/settings.ts';
import { RedAnchors } from '../portals/RedAnchors.tsx';
import { StormNotice } from '../portals/StormNotice.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { useOptions } from './context.ts';
import { usePortalWords } from './portal-words.ts';

/** Which anchors of the portal are red since its pages were last looked at, in words, and a diagnostic to send. */
export function PortalHealth({ portal }: { portal: PortalSetting }) {
  const { live, actions, language, now } = useOptions();
  const t = usePortalWords();
  const [copied, setCopied] = useState<'diagnosticCopied' | 'diagnosticCopiedPart' | 'diagnosticNotCopied' | null>(null);
  const health = live.health.value;
  const red = redAnchors(health, portal.id);
  const isStormy = isRestless(failuresOf(health, portal.id).map(({ anchor }) => anchor));
  const isSeen = wasSeen(health, portal.id);
  const copy = async () => {
    const { text, isWhole } = await actions.portalDiagnostic(portal);
    const isCopied = await actions.copy(text);
    setCopied(!isCopied ? 'diagnosticNotCopied' : isWhole ? 'diagnosticCopied' : 'diagnosticCopiedPart');
  };
  return (
    <div class="pa-fields">
      <h3>{t('healthTitle')}</h3>
      {!isSeen && <p class="pa-soft">{t('healthNone')}</p>}
      <div role="status">
        {isSeen && (
          <p>
            <Badge kind={red.length === 0 ? 'success' : 'danger'} icon={red.length === 0 ? 'check' : 'warning'}>
              {red.length === 0 ? t('healthWell') : t('healthRed', { count: red.length })}
            </Badge>
          </p>
        )}
        {isStormy && <StormNotice portal={portal.name} language={language} />}
        {red.length > 0 && <RedAnchors red={red} language={language} now={now()} />}
      </div>
      {isSeen && (
        <div class="pa-row">
          <Button size="small" icon="copy" onClick={() => void copy()}>
            {t('copyDiagnostic')}
          </Button>
          <span role="status">{copied === null ? '' : t(copied)}</span>
        </div>
      )}
    </div>
  );
}
