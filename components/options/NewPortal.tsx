import { useState } from 'preact/hooks';
import { emptyPatch } from '../../lib/calibration/patch.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useOptions } from './context.ts';
import { addPortal, freeId } from './edits.ts';
import { Group } from './Group.tsx';
import { usePortalWords } from './portal-words.ts';
import { readOrigin } from './readers.ts';

/** Adds a portal by its address and says what is known of it; the permission is asked in the same click. */
export function NewPortal() {
  const { model, actions, t } = useOptions();
  const words = usePortalWords();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [software, setSoftware] = useState<'iris' | 'any'>('iris');
  const { portals } = model.settings.value;
  const answer = readOrigin(text);
  const isTaken = answer.ok && portals.some(({ origin }) => origin === answer.value);
  const problem = answer.ok ? (isTaken ? t('portalTaken') : null) : t(`problem_${answer.problem.code}`, answer.problem.values ?? {});
  const add = () => {
    setTried(true);
    if (!answer.ok || isTaken) {
      document.getElementById('new-portal')?.focus();
      return;
    }
    const origin = answer.value;
    // First of all, while the browser still knows that this is a click; the portal stays even when it is refused.
    void actions.askPermission({ origin });
    const portal = { id: freeId('portail', portals), name: new URL(origin).host, origin, listPath: null, enabled: true };
    model.change(addPortal(portal));
    // A choice, not typing: stored at once.
    void model.flush();
    // What was taught of a portal of that name before has nothing to do with this one.
    void actions.setProfile(portal.id, software === 'any' ? emptyPatch({ id: 'any', version: 1 }, portal) : null);
    setText('');
    setTried(false);
  };
  return (
    <Group title={t('addPortal')}>
      <TextField
        id="new-portal" kind="url" label={t('newPortalAddress')} hint={t('newPortalHint')} value={text} onInput={setText}
        error={(tried || text.length > 8) && problem !== null ? problem : null}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) add();
        }}
      />
      <SelectField
        id="new-portal-software" label={words('newPortalSoftware')} hint={words('softwareHint')} value={software} onChange={setSoftware}
        choices={(['iris', 'any'] as const).map((value) => ({ value, label: words(`software_${value}`) }))}
      />
      <div>
        <Button icon="add" onClick={add}>
          {t('addPortal')}
        </Button>
      </div>
    </Group>
  );
}
