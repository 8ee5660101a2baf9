import { useRef, useState } from 'preact/hooks';
import { compareProfiles, type ProfileDifference, type Ways } from '../../lib/calibration/differences.ts';
import { PROFILE_MAXIMUM, readProfileFile, type ProfileFile, type ProfileProblem } from '../../lib/calibration/file.ts';
import type { Language } from '../../lib/i18n/translate.ts';
import type { Place } from '../../lib/state/json-file.ts';
import type { PortalSetting } from '../../lib/state/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useOptions } from './context.ts';
import { anchorText, usePortalWords, type PortalWords } from './portal-words.ts';
import { PreviewTable } from './PreviewTable.tsx';

type Problem = ProfileProblem | { code: 'unreadable' };
type Read = { name: string } & ({ file: ProfileFile } | { problem: Problem });

/** « profil › Bouton qui enregistre › 1 › selector » */
function placeText(place: Place, t: PortalWords, language: Language): string {
  const parts = place.map((part) => (typeof part === 'number' ? String(part + 1) : anchorText(part, language)));
  return parts.length === 0 ? t('profileRoot') : parts.join(' › ');
}

function problemText(problem: Problem, t: PortalWords, language: Language): string {
  switch (problem.code) {
    case 'notJson':
      return t('profile_notJson', problem.at);
    case 'newer':
      return t('profile_newer', { version: String(problem.version) });
    case 'unknownKey':
      return t('profile_unknownKey', { key: problem.key, place: placeText(problem.place, t, language) });
    case 'missing':
    case 'value':
    case 'costly':
      return t(`profile_${problem.code}`, { place: placeText(problem.place, t, language) });
    default:
      return t(`profile_${problem.code}`);
  }
}

const waysText = (ways: Ways, t: PortalWords): string => (ways === null ? t('profileEmpty') : ways.length === 0 ? t('profileAbsent') : ways.map(({ by, text }) => t(`by_${by}`, { by: text })).join(', '));

function Row({ difference }: { difference: ProfileDifference }) {
  const { language } = useOptions();
  const t = usePortalWords();
  const name = {
    base: () => t('profileBase'),
    anchor: () => (difference.what === 'anchor' ? anchorText(difference.anchor, language) : ''),
    status: () => (difference.what === 'status' ? t('profileStatus', { status: difference.status }) : ''),
    page: () => (difference.what === 'page' ? t('profilePage', { page: t(`page_${difference.page}`) }) : ''),
    dates: () => t('profileDates'),
    saves: () => t('profileSaves'),
  }[difference.what]();
  const text = (side: 'before' | 'after'): string => (difference.what === 'anchor' ? waysText(difference[side], t) : difference[side].join(', ') || t('profileEmpty'));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="pa-value">{text('before')}</td>
      <td class="pa-value">{text('after')}</td>
    </tr>
  );
}

/** Reads a profile, shows what it would change, and changes it on the second click only. */
export function PortalProfileImport({ portal, onDone }: { portal: PortalSetting; onDone: (sentence: string) => void }) {
  const { live, actions, language } = useOptions();
  const t = usePortalWords();
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read | null>(null);
  const choose = async (file: File | undefined) => {
    if (input.current !== null) input.current.value = '';
    if (file === undefined) return;
    if (file.size > PROFILE_MAXIMUM) return setRead({ name: file.name, problem: { code: 'tooLarge' } });
    const text = await file.text().catch(() => null);
    const answer = text === null ? ({ ok: false, problem: { code: 'unreadable' } } as const) : await readProfileFile(text);
    setRead({ name: file.name, ...(answer.ok ? { file: answer.file } : { problem: answer.problem }) });
  };
  const apply = async ({ patch }: ProfileFile, name: string) => {
    const outcome = await actions.setProfile(portal.id, { ...patch, id: portal.id, name: portal.name });
    setRead(null);
    if (outcome.ok) onDone(t('profileImported', { file: name, name: portal.name }));
  };
  const differences = read !== null && 'file' in read ? compareProfiles(live.profiles.value[portal.id]?.patch ?? null, read.file.patch) : [];
  return (
    <>
      <input ref={input} type="file" accept=".json,application/json" hidden onChange={(event) => void choose(event.currentTarget.files?.[0])} />
      <Button icon="upload" onClick={() => input.current?.click()}>
        {t('importProfile')}
      </Button>
      {read !== null && 'problem' in read && (
        <Notice kind="error" title={t('profileRefused', { file: read.name })}>
          {problemText(read.problem, t, language)}
        </Notice>
      )}
      {read !== null && 'file' in read && differences.length === 0 && <Notice kind="info">{t('profileSame')}</Notice>}
      {read !== null && 'file' in read && differences.length > 0 && (
        <div class="pa-fields pa-wide">
          <h4>{t('profilePreview', { count: differences.length })}</h4>
          <p class="pa-soft">{t('profileFor', { origin: read.file.origin })}</p>
          <PreviewTable caption={t('profilePreviewCaption')}>
            {differences.map((difference, index) => (
              <Row key={index} difference={difference} />
            ))}
          </PreviewTable>
          <div class="pa-row">
            <Button kind="primary" icon="check" onClick={() => void apply(read.file, read.name)}>
              {t('profileApply')}
            </Button>
            <Button onClick={() => setRead(null)}>{t('profileCancel')}</Button>
          </div>
        </div>
      )}
    </>
  );
}
