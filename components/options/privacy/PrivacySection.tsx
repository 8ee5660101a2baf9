import { privacyEn } from '../../../lib/i18n/privacy.en.ts';
import { privacyFr } from '../../../lib/i18n/privacy.fr.ts';
import { createTranslate, type Translate } from '../../../lib/i18n/translate.ts';
import { KEEP_DAYS } from '../../../lib/state/settings.ts';
import { BoundField } from '../BoundField.tsx';
import { useOptions } from '../context.ts';
import { Group } from '../Group.tsx';
import { Managed } from '../Managed.tsx';
import { formatNumber } from '../numbers.ts';
import { readWhole } from '../readers.ts';
import { SectionHead } from '../SectionHead.tsx';
import { permissions, stores } from './facts.ts';

type Words = Translate<typeof privacyFr>;

/** What, why, where, how long, who: one card each, since five columns would be a line of crumbs. */
function Stores({ t, days }: { t: Words; days: number }) {
  return (
    <>
      {stores.map((store) => (
        <div key={store} class="pa-privacy-item">
          <h3>{t(`${store}_what`)}</h3>
          <dl>
            {(['why', 'where', 'howLong', 'who'] as const).map((question) => (
              <div key={question}>
                <dt>{t(question)}</dt>
                <dd>{t(`${store}_${question}`, { days })}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}

/** U24: nothing here is more than what the code does; docs/privacy.md says the same. */
export function PrivacySection() {
  const { model, t, language } = useOptions();
  const words: Words = createTranslate({ fr: privacyFr, en: privacyEn }, language);
  const days = model.settings.value.privacy?.keepDays ?? KEEP_DAYS;
  return (
    <>
      <SectionHead title={t('section_privacy')} lead={t('lead_privacy')} />
      <Group>
        <p>{words('never')}</p>
        <Managed part="keepDays">
          <BoundField
            path="privacy.keepDays" kind="number" label={words('keepDays')} note={words('keepDaysUnit')} hint={words('keepDaysHint')}
            value={days} format={formatNumber(language)} read={readWhole(1, 365)}
            store={(keepDays) => model.change((settings) => ({ ...settings, privacy: { ...settings.privacy, keepDays } }))}
          />
        </Managed>
      </Group>
      <Group title={words('dataTitle')}>
        <Stores t={words} days={days} />
        <p>{words('privateWindow')}</p>
      </Group>
      <Group title={words('permissionsTitle')}>
        <dl class="pa-privacy-permissions">
          {permissions.map((permission) => (
            <div key={permission}>
              <dt class="pa-mono">{permission}</dt>
              <dd>{words(`permission_${permission}`)}</dd>
            </div>
          ))}
          <div>
            <dt class="pa-mono">host_permissions</dt>
            <dd>{words('permission_hosts')}</dd>
          </div>
          <div>
            <dt class="pa-mono">optional_host_permissions</dt>
            <dd>{words('permission_optionalHosts')}</dd>
          </div>
        </dl>
      </Group>
      <Group title={words('lawTitle')}>
        <p>{words('law')}</p>
      </Group>
    </>
  );
}
