import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { WelcomeContext } from './context.ts';
import { EstablishmentStep } from './EstablishmentStep.tsx';
import { isEmailRight, isNameRight, RoleStep, type RoleDraft } from './RoleStep.tsx';
import { TryStep } from './TryStep.tsx';

const steps = ['role', 'establishment', 'tryIt'] as const;

/** Three steps (U11). Each is stored when it is left, so that nothing is lost by closing the tab. */
export function WelcomePage({ context }: { context: WelcomeContext }) {
  const { t, settings, save } = context;
  const [place, setPlace] = useState(0);
  const [draft, setDraft] = useState<RoleDraft>({ role: settings.person.role, name: settings.person.name ?? '', email: settings.person.email ?? '' });
  const [establishmentId, setEstablishmentId] = useState(settings.person.establishmentId ?? '');
  const [isFailed, setFailed] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else title.current?.focus();
  }, [place]);

  const go = async (to: number) => {
    if (place === 0 && !(isNameRight(draft.name) && isEmailRight(draft.email))) return;
    const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
    const isSaved = await save((known) => ({
      ...known,
      person: { role: draft.role, name: text(draft.name), email: text(draft.email), establishmentId: text(establishmentId) },
    }));
    setFailed(!isSaved);
    if (isSaved) setPlace(to);
  };

  const step = steps[place];
  return (
    <>
      <header class="pa-welcome-top">
        <p class="pa-brand">
          <Mark />
          <span>{t('product')}</span>
        </p>
      </header>
      <main class="pa-welcome">
        <h1>{t('title')}</h1>
        <p class="pa-soft">{t('lead')}</p>
        <ol class="pa-welcome-steps" aria-label={t('steps')}>
          {steps.map((name, index) => (
            <li key={name} aria-current={index === place ? 'step' : undefined}>
              {t(name)}
            </li>
          ))}
        </ol>
        <section class="pa-card pa-welcome-step" aria-labelledby="step-title">
          <h2 id="step-title" ref={title} tabIndex={-1}>
            <span class="pa-soft pa-small">{step === undefined ? '' : t('step', { number: place + 1, total: steps.length })}</span>
            <span>{t(step ?? 'done')}</span>
          </h2>
          <div class="pa-fields">
            {step === 'role' && <RoleStep context={context} draft={draft} onChange={setDraft} />}
            {step === 'establishment' && <EstablishmentStep context={context} establishmentId={establishmentId} person={draft} onChange={setEstablishmentId} />}
            {step === 'tryIt' && <TryStep context={context} />}
            {step === undefined && <p>{t('doneMore')}</p>}
          </div>
          {isFailed && <Notice kind="error">{t('saveFailed')}</Notice>}
          <div class="pa-row pa-welcome-buttons">
            {place > 0 && <Button onClick={() => void go(place - 1)}>{t('back')}</Button>}
            {step === undefined ? (
              <Button kind="primary" onClick={context.openOptions}>
                {t('options')}
              </Button>
            ) : (
              <Button kind="primary" onClick={() => void go(place + 1)}>
                {t(step === 'tryIt' ? 'finish' : 'next')}
              </Button>
            )}
          </div>
        </section>
      </main>
    </>
  );
}
