/** The words of the section « Alertes », in a dictionary of their own. */
import { alertsEn } from '../../../lib/i18n/alerts.en.ts';
import { alertsFr } from '../../../lib/i18n/alerts.fr.ts';
import { createTranslate, type Translate } from '../../../lib/i18n/translate.ts';
import { useOptions } from '../context.ts';

export const useAlertWords = (): Translate<typeof alertsFr> => createTranslate({ fr: alertsFr, en: alertsEn }, useOptions().language);
