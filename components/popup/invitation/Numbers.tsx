import { useMemo } from 'preact/hooks';
import type { Conference } from '../../../lib/contract/answer.ts';
import { groupDigits } from '../../../lib/domain/invitation.ts';
import { servicesEn } from '../../../lib/i18n/services.en.ts';
import { servicesFr, type ServicesWords } from '../../../lib/i18n/services.fr.ts';
import { createTranslate } from '../../../lib/i18n/translate.ts';
import { usePopup } from '../context.ts';

/** The conference's number and passcode, to read out or to copy without entering the meeting (S1-31, S3-20, S4-23). */
export function Numbers({ conference }: { conference: Pick<Conference, 'id' | 'passcode'> }) {
  const { language } = usePopup();
  const t = useMemo(() => createTranslate<ServicesWords>({ fr: servicesFr, en: servicesEn }, language), [language]);
  return (
    <dl class="pa-numbers">
      <div>
        <dt>{t('number')}</dt>
        <dd>{groupDigits(conference.id)}</dd>
      </div>
      {conference.passcode !== null && (
        <div>
          <dt>{t('passcode')}</dt>
          <dd>{conference.passcode}</dd>
        </div>
      )}
    </dl>
  );
}
