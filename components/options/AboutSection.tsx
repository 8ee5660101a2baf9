import { useOptions } from './context.ts';
import { Diagnostic } from './Diagnostic.tsx';
import { Group } from './Group.tsx';
import { SectionHead } from './SectionHead.tsx';

/** @param item `diagnostic`: what one came for */
export function AboutSection({ item }: { item: string | null }) {
  const { model, t, version } = useOptions();
  const addresses = [...new Set(model.settings.value.cards.flatMap(({ support }) => (support === null ? [] : [support])))];
  return (
    <>
      <SectionHead title={t('section_about')} lead={t('lead_about')} />
      <Group title={t('product')}>
        <p class="pa-mono">{t('version', { version })}</p>
        <p>
          <a href="/help.html" target="_blank">{t('aboutHelp')}</a>
        </p>
        <p>
          <a href="/help.html#accessibilite" target="_blank">{t('aboutAccessibility')}</a>
        </p>
        <p>{t('aboutPortal')}</p>
        <p>{t('aboutSecrets')}</p>
        <p>{t('aboutData')}</p>
        <p class="pa-soft">{t('aboutProcedure')}</p>
      </Group>
      <Group title={t('support')}>
        {addresses.length === 0 && <p>{t('noSupport')}</p>}
        {addresses.map((email) => (
          <p key={email}>
            <a href={`mailto:${email}`}>{t('supportMore', { email })}</a>
          </p>
        ))}
      </Group>
      <Diagnostic wanted={item === 'diagnostic'} />
    </>
  );
}
