/** Said by a script whose extension was updated: it has stopped, and blocks nothing (U18). */
import { Banner } from '../../components/overlay/Banner.tsx';
import { createMount } from '../../components/overlay/mount.ts';
import { overlayTranslate } from '../../components/overlay/texts.ts';
import { chooseLanguage } from '../i18n/translate.ts';

/** @param browserLanguage `fr-CA`; the settings can no longer be asked for */
export function sayUpdated(document: Document, browserLanguage: string): void {
  const end = new AbortController();
  const language = chooseLanguage('auto', browserLanguage);
  const translate = overlayTranslate(language);
  const mount = createMount(document, 'banner', language, end.signal);
  mount.draw(<Banner translate={translate} kind="info" title={translate('updated')} sentences={[]} onClose={() => end.abort()} />);
  const top = document.querySelector('h1');
  if (top !== null) top.before(mount.host);
  else document.body.prepend(mount.host);
}
