import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { usePopup } from './context.ts';

const Key = ({ children }: { children: ComponentChildren }) => <kbd class="pa-popup-key">{children}</kbd>;

/** A sign for the eye, its name for the ear. */
const Arrow = ({ sign, name }: { sign: string; name: string }) => (
  <Key>
    <span aria-hidden="true">{sign}</span>
    <span class="pa-hidden">{name}</span>
  </Key>
);

/** Every shortcut, on `?` (U1). @param shortcut the browser's own, that opens the popup; null when none is set */
export function Shortcuts({ onClose, tabs, shortcut }: { onClose: () => void; tabs: number; shortcut: string | null }) {
  const { model, actions, t } = usePopup();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const isAlone = model.habits.singleKeys;
  const rows: [string, ComponentChildren][] = [
    ...(shortcut === null ? [] : [[t('shortcutPopup'), <Key>{shortcut}</Key>] as [string, ComponentChildren]]),
    [t('shortcutTabs'), <><Arrow sign="←" name={t('keyArrowLeft')} /> <Arrow sign="→" name={t('keyArrowRight')} /></>],
    [t('shortcutEntries'), <><Arrow sign="↑" name={t('keyArrowUp')} /> <Arrow sign="↓" name={t('keyArrowDown')} /></>],
    [t('shortcutEnds'), <><Key>{t('keyHome')}</Key> <Key>{t('keyEnd')}</Key></>],
    [t('shortcutOpen'), <Key>{t('keyEnter')}</Key>],
    [t('shortcutClear'), <Key>{t('keyEscape')}</Key>],
    ...(isAlone
      ? ([
          [t('shortcutSearch'), <Key>{t('keySlash')}</Key>],
          [t('shortcutTab'), <><Key>1</Key> {t('keyTo')} <Key>{tabs}</Key></>],
          [t('shortcutHelp'), <Key>{t('keyQuestion')}</Key>],
        ] as [string, ComponentChildren][])
      : []),
  ];
  return (
    <dialog ref={dialog} class="pa-popup-dialog" aria-labelledby="shortcuts-title" onClose={onClose}>
      <h2 id="shortcuts-title">{t('shortcuts')}</h2>
      <dl>
        {rows.map(([what, keys]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{keys}</dd>
          </div>
        ))}
      </dl>
      <Checkbox label={t('singleKeys')} hint={t('singleKeysHint')} checked={isAlone} onChange={actions.setSingleKeys} />
      <Button kind="primary" onClick={() => dialog.current?.close()}>
        {t('shortcutsClose')}
      </Button>
    </dialog>
  );
}
