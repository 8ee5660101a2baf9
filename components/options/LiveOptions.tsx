import { useLayoutEffect } from 'preact/hooks';
import { chooseLanguage, localeOf } from '../../lib/i18n/translate.ts';
import { wordsOf, type OptionsContext } from './context.ts';
import { OptionsPage } from './OptionsPage.tsx';

/** The page in the language of the settings, which may change under it. */
export function LiveOptions(props: Pick<OptionsContext, 'model' | 'live' | 'actions' | 'version' | 'now'>) {
  const language = chooseLanguage(props.model.settings.value.language, navigator.language);
  const t = wordsOf(language);
  useLayoutEffect(() => {
    document.documentElement.lang = localeOf(language);
    document.title = `${t('product')} – ${t('title')}`;
  }, [language]);
  return <OptionsPage context={{ ...props, language, t }} />;
}
