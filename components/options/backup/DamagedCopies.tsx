import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOptions } from '../context.ts';
import { placeText } from './words.ts';

/** Settings that could not be read are kept as they were found, until the person has them or gives them up. */
export function DamagedCopies() {
  const { live, actions, say, t } = useOptions();
  const copies = live.damaged.value;
  if (copies.length === 0) return null;
  const parts = [...new Set(copies.flatMap(({ lost }) => lost))];
  const discard = async () => {
    await actions.discardDamaged();
    say(t('damagedDiscarded'));
  };
  return (
    <Notice
      kind="warning" title={t('damagedTitle')} live={false}
      actions={
        <>
          <Button icon="download" onClick={() => actions.download('passerelle-reglages-endommages.json', `${JSON.stringify(copies, null, 2)}\n`)}>
            {t('damagedExport')}
          </Button>
          <Button kind="danger" icon="remove" onClick={() => void discard()}>
            {t('damagedDiscard')}
          </Button>
        </>
      }
    >
      {t('damagedMore', { count: parts.length, parts: parts.map((part) => placeText([part], t)).join(', ') })}
    </Notice>
  );
}
