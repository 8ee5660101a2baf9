import { formatDuration } from '../../lib/domain/time.ts';
import type { PortalModel } from '../../lib/state/model.ts';
import { missedAnchors } from '../../lib/state/portal-health.ts';
import { momentText } from '../../lib/state/when.ts';
import { anchorText } from '../portals/words.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePopup } from './context.ts';
import { OpenPortal } from './OpenPortal.tsx';
import { PortalHealth } from './PortalHealth.tsx';
import { RecordingsToFetch } from './room/Recording.tsx';
import { Freed } from './Freed.tsx';

/** Why nothing, or only a part, is known of one portal. Never « 0 ». */
function PortalNotice({ portal }: { portal: PortalModel }) {
  const { model, actions, t, language } = usePopup();
  const named = { portal: portal.name };
  const missed = missedAnchors(portal.failures);
  switch (portal.state) {
    case 'permissionMissing': {
      const give = (
        <Button size="small" onClick={() => actions.givePermission(portal)}>
          {t('givePermission')}
        </Button>
      );
      return (
        <Notice kind="error" live={false} title={t('portalPermission', named)} actions={give}>
          {t('portalPermissionMore')}
        </Notice>
      );
    }
    case 'signedOut':
      return (
        <Notice kind="warning" live={false} title={t('portalSignedOut', named)} actions={<OpenPortal origin={portal.origin} />}>
          {t('portalSignedOutMore')}
        </Notice>
      );
    case 'never':
      return (
        <Notice kind="info" live={false} title={t('portalNever', named)} actions={<OpenPortal origin={portal.origin} />}>
          {t('portalNeverMore')}
        </Notice>
      );
    case 'unreachable':
      return (
        <Notice kind="warning" live={false} title={t('portalUnreachable', named)}>
          {t('portalUnreachableMore', { when: momentText(portal.checked ?? model.postNow, model.postNow, language) })}
        </Notice>
      );
    case 'needsTab':
      return (
        <Notice kind="info" live={false} title={t('portalNeedsTab', named)} actions={<OpenPortal origin={portal.origin} />}>
          {t('portalNeedsTabMore')}
        </Notice>
      );
    case 'notUnderstood':
      return (
        <Notice kind="warning" live={false} title={t('portalNotUnderstood', named)} actions={<OpenPortal origin={portal.origin} />}>
          <p>{t('portalNotUnderstoodMore')}</p>
          {missed.length > 0 && <p class="pa-small">{t('portalFailures', { anchors: missed.map((anchor) => anchorText(anchor, language)).join(', ') })}</p>}
        </Notice>
      );
    case 'ok':
      return portal.complete ? null : (
        <Notice kind="info" live={false}>
          {t('partial')}
        </Notice>
      );
  }
}

/** What their sentence sends to the options for. */
const mendedInOptions: ReadonlySet<string> = new Set(['keyUnknown', 'keyRevoked', 'notCompanion']);

/** What stands between this person and the companion. */
function CompanionNotice() {
  const { model, actions, t } = usePopup();
  const { companion } = model;
  const problem = !companion.hasAddress ? 'noAddress' : !companion.hasKey ? 'noKey' : companion.problem;
  if (problem === null) return null;
  const sentence = t(`problem_${problem}`);
  const title = sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
  const toOptions = (
    <Button size="small" onClick={actions.openOptions}>
      {t('openOptions')}
    </Button>
  );
  if (problem !== 'noKey' && problem !== 'noAddress') {
    return (
      <Notice kind="warning" live={false} title={title} {...(mendedInOptions.has(problem) ? { actions: toOptions } : {})}>
        {t(`todo_${problem}`)}
      </Notice>
    );
  }
  return (
    <Notice kind="info" live={false} title={title} actions={toOptions}>
      <p>{t(model.approves ? 'companionNoKey' : 'companionNoKeyOwn')}</p>
      <p>{t(`todo_${problem}`)}</p>
    </Notice>
  );
}

/** R6: what is read against the hour goes by the companion's; the portal's own pages and this overlay go by the post's. */
function ClockNotice({ ahead }: { ahead: number }) {
  const { t, language } = usePopup();
  return (
    <Notice kind="warning" live={false} title={t(ahead > 0 ? 'clockAhead' : 'clockBehind', { by: formatDuration(Math.abs(ahead), language) })}>
      {t('clockMore')}
    </Notice>
  );
}

/** @param silent the worker does not answer (U17) @param loading the first reading is under way */
export function Notices({ silent, loading }: { silent: boolean; loading: boolean }) {
  const { model, t } = usePopup();
  const worthSaying = model.portals.filter(({ state }) => !(loading && state === 'never'));
  const portals = model.approves ? worthSaying : model.portals.filter(({ state }) => state === 'permissionMissing');
  return (
    <div class="pa-popup-notices">
      {model.clockAhead !== null && <ClockNotice ahead={model.clockAhead} />}
      {silent && (
        <Notice kind="error" title={t('workerSilent')}>
          {t('workerSilentMore')}
        </Notice>
      )}
      {portals.map((portal) => (
        <PortalNotice key={portal.id} portal={portal} />
      ))}
      {model.portals.map((portal) => (
        <PortalHealth key={portal.id} portal={portal} />
      ))}
      <CompanionNotice />
      <RecordingsToFetch />
      <Freed />
    </div>
  );
}
