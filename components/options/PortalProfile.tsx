import { useState } from 'preact/hooks';
import { toProfileFile } from '../../lib/calibration/file.ts';
import { toLocal } from '../../lib/domain/time.ts';
import type { PortalSetting } from '../../lib/state/settings.ts';
import { momentText } from '../../lib/state/when.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useOptions, type CalibrationOutcome } from './context.ts';
import { usePortalWords } from './portal-words.ts';
import { PortalProfileImport } from './PortalProfileImport.tsx';

type Said = { kind: 'success' | 'error'; text: string } | null;

/** What Passerelle knows of a portal's pages, and the ways to teach it more: in the page, or from a file. */
export function PortalProfile({ portal }: { portal: PortalSetting }) {
  const { model, live, actions, language, version, now } = useOptions();
  const t = usePortalWords();
  const [said, setSaid] = useState<Said>(null);
  const taught = live.profiles.value[portal.id];
  const isAdmin = model.settings.value.person.role === 'admin';
  const base = taught?.patch.base.id === 'any' ? 'any' : 'iris';
  const count = Object.keys(taught?.patch.anchors ?? {}).length;
  const summary =
    taught === undefined || (count === 0 && base === 'iris')
      ? t('profileBuiltIn')
      : count === 0
        ? t('profileNone')
        : t('profileTaught', { base: t(`base_${base}`), count, version: String(taught.patch.version), when: momentText(taught.at, now(), language) });
  const tell = (outcome: CalibrationOutcome, done: string) => setSaid(outcome.ok ? { kind: 'success', text: done } : { kind: 'error', text: t(`calibrate_${outcome.why}`) });
  const calibrate = async () => {
    // What is being typed of the portal is stored first: the worker reads the store.
    await model.flush();
    tell(await actions.calibrate(portal.id), t('calibrateOpened'));
  };
  const save = async () => {
    if (taught === undefined) return;
    const file = `passerelle-profil-${portal.id}-${toLocal(now()).date}.json`;
    actions.download(file, await toProfileFile({ origin: portal.origin, patch: taught.patch }, { now: now(), extensionVersion: version }));
    setSaid({ kind: 'success', text: t('exportedProfile', { file }) });
  };
  const reset = async () => {
    const patch = taught !== undefined && base === 'any' ? { ...taught.patch, version: taught.patch.version + 1, pages: [], anchors: {}, statuses: [], dates: null, saves: null } : null;
    tell(await actions.setProfile(portal.id, patch), t('profileReset', { name: portal.name }));
  };
  return (
    <div class="pa-fields">
      <h3>{t('profileTitle')}</h3>
      <p>{summary}</p>
      {!isAdmin && <p class="pa-soft">{t('calibrateAdmin')}</p>}
      <div class="pa-row">
        {isAdmin && portal.enabled && (
          <Button kind="primary" icon="search" onClick={() => void calibrate()}>
            {t('calibrate')}
          </Button>
        )}
        {count > 0 && (
          <Button icon="download" onClick={() => void save()}>
            {t('exportProfile')}
          </Button>
        )}
        <PortalProfileImport portal={portal} onDone={(text) => setSaid({ kind: 'success', text })} />
        {count > 0 && (
          <Button kind="danger" icon="restore" onClick={() => void reset()}>
            {t('resetProfile')}
          </Button>
        )}
      </div>
      {said !== null && <Notice kind={said.kind}>{said.text}</Notice>}
    </div>
  );
}
