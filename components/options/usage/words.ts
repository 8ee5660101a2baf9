import { usageOptionsEn } from '../../../lib/i18n/usage-options.en.ts';
import { usageOptionsFr } from '../../../lib/i18n/usage-options.fr.ts';
import { createTranslate, type Translate } from '../../../lib/i18n/translate.ts';
import { useOptions } from '../context.ts';

export type UsageWords = Translate<typeof usageOptionsFr>;

export const useUsageWords = (): UsageWords => createTranslate({ fr: usageOptionsFr, en: usageOptionsEn }, useOptions().language);
