import { useState } from 'preact/hooks';
import { checkFacts, type FactField, type TypedFacts } from '../../lib/domain/facts.ts';
import type { PortalSetting } from '../../lib/state/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { WelcomeContext } from './context.ts';

function Portal({ context, portal }: { context: WelcomeContext; portal: PortalSetting }) {
  const { t, permissions, allow } = context;
  const [answer, setAnswer] = useState<'none' | 'allowed' | 'refused'>('none');
  const isAllowed = permissions[portal.id] === true || answer === 'allowed';
  const ask = async () => setAnswer((await allow(portal)) ? 'allowed' : 'refused');
  const allowButton = (
    <Button icon="check" onClick={() => void ask()}>
      {t('allow')}
    </Button>
  );
  return (
    <>
      {isAllowed ? (
        <Notice kind="success" live={answer === 'allowed'}>
          {t('allowed', { portal: portal.name })}
        </Notice>
      ) : (
        <Notice kind="warning" live={false} actions={allowButton}>
          {t('permissionMissing', { portal: portal.name })}
        </Notice>
      )}
      {answer === 'refused' && <Notice kind="info">{t('refused')}</Notice>}
      <p>
        <a href={portal.origin} target="_blank" rel="noopener noreferrer">
          {t('openPortal', { portal: portal.name })}
        </a>
      </p>
    </>
  );
}

/** The three facts, judged by the rules of the overlay itself; nothing leaves the page. */
function Demo({ context }: { context: WelcomeContext }) {
  const { t, settings } = context;
  const maximum = settings.cards.find(({ source }) => source === 'S0')?.capacity ?? 5000;
  const [typed, setTyped] = useState<TypedFacts>({ name: '', participants: '', presenterName: '', presenterEmail: '' });
  const [isTried, setTried] = useState(false);
  const answer = checkFacts(typed, { capacity: maximum });
  const set = (field: FactField) => (value: string) => setTyped((known) => ({ ...known, [field]: value }));
  const errorOf = (field: FactField, sentence: string): string | null =>
    (isTried && !answer.ok && answer.errors.some((error) => error.field === field) ? sentence : null);
  return (
    <div class="pa-card pa-group">
      <h3>{t('demo')}</h3>
      <p class="pa-soft">{t('demoLead')}</p>
      <div class="pa-fields">
        <TextField label={t('meetingName')} value={typed.name} onInput={set('name')} error={errorOf('name', t('demo_name'))} />
        <TextField label={t('participants')} kind="number" value={typed.participants} onInput={set('participants')} error={errorOf('participants', t('demo_participants', { maximum }))} />
        <TextField label={t('presenter')} value={typed.presenterName} onInput={set('presenterName')} error={errorOf('presenterName', t('demo_presenter'))} />
        <div>
          <Button icon="check" onClick={() => setTried(true)}>
            {t('check')}
          </Button>
        </div>
        {isTried && answer.ok && <Notice kind="success">{t('demoGood', { name: answer.facts.name, count: answer.facts.participants })}</Notice>}
      </div>
    </div>
  );
}

/** Step 3: on the portal, or here. */
export function TryStep({ context }: { context: WelcomeContext }) {
  return (
    <>
      <p class="pa-soft">{context.t('tryLead')}</p>
      {context.settings.portals.filter(({ enabled }) => enabled).map((portal) => (
        <Portal key={portal.id} context={context} portal={portal} />
      ))}
      <Demo context={context} />
    </>
  );
}
