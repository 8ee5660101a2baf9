/** The help page: wiring only. It asks nobody for anything and keeps nothing. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { HelpPage } from '../../components/help/HelpPage.tsx';
import { helpEn } from '../../lib/i18n/help.en.ts';
import { helpFr } from '../../lib/i18n/help.fr.ts';
import { chooseLanguage, createTranslate, localeOf } from '../../lib/i18n/translate.ts';
import { loadSettings } from '../../lib/state/settings-store.ts';

const root = document.getElementById('app');
if (root !== null) {
  const settings = await loadSettings();
  const language = chooseLanguage(settings.language, browser.i18n.getUILanguage());
  const t = createTranslate({ fr: helpFr, en: helpEn }, language);
  document.documentElement.lang = localeOf(language);
  document.title = `${t('product')} – ${t('title')}`;
  render(
    <HelpPage
      context={{
        t, language, cards: settings.cards, version: browser.runtime.getManifest().version,
        copy: (text) => navigator.clipboard.writeText(text),
        print: () => window.print(),
      }}
    />,
    root,
  );
}
