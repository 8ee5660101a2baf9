/** The welcome page: wiring only. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { WelcomePage } from '../../components/welcome/WelcomePage.tsx';
import { policyEn } from '../../lib/i18n/policy.en.ts';
import { policyFr } from '../../lib/i18n/policy.fr.ts';
import { chooseLanguage, createTranslate, localeOf } from '../../lib/i18n/translate.ts';
import { welcomeEn } from '../../lib/i18n/welcome.en.ts';
import { welcomeFr } from '../../lib/i18n/welcome.fr.ts';
import { loadPolicy } from '../../lib/state/policy-store.ts';
import { patternOf } from '../../lib/state/portal-of.ts';
import { loadSettings, saveSettings } from '../../lib/state/settings-store.ts';
import type { PortalSetting } from '../../lib/state/settings.ts';
import { askPermission, openOptions } from '../../lib/state/worker-calls.ts';

const root = document.getElementById('app');
if (root !== null) {
  const [settings, policy] = await Promise.all([loadSettings(), loadPolicy()]);
  const language = chooseLanguage(settings.language, browser.i18n.getUILanguage());
  const t = createTranslate({ fr: welcomeFr, en: welcomeEn }, language);
  const policyWords = createTranslate({ fr: policyFr, en: policyEn }, language);
  const isHeld = (portal: PortalSetting): Promise<boolean> => browser.permissions.contains({ origins: [patternOf(portal)] }).catch(() => false);
  const held = await Promise.all(settings.portals.map(async (portal) => [portal.id, await isHeld(portal)] as const));
  document.documentElement.lang = localeOf(language);
  document.title = `${t('product')} – ${t('title')}`;
  render(
    <WelcomePage
      context={{
        t, language, settings, policy, managed: policyWords('managed'),
        permissions: Object.fromEntries(held),
        save: async (change) => {
          try {
            await saveSettings(change(await loadSettings()));
            return true;
          } catch {
            return false;
          }
        },
        allow: (portal) => askPermission(portal).catch(() => false),
        openMail: (address) => location.assign(address),
        openOptions: () => void openOptions(),
      }}
    />,
    root,
  );
}
