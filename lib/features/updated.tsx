/** Said by a script whose extension was updated: it has stopped, and blocks nothing (U18). */
import { Banner } from '../../components/overlay/Banner.tsx';
import { createMount } from '../../components/overlay/mount.ts';
import { overlayTranslate } from '../../components/overlay/texts.ts';
import { chooseLanguage } from '../i18n/translate.ts';
import { observePage } from '../portal/observe.ts';

/**
 * @param browserLanguage `fr-CA`; the settings can no longer be asked for
 * @param clock milliseconds that only go forward
 */
export function sayUpdated(document: Document, browserLanguage: string, clock: () => number): void {
  const end = new AbortController();
  const language = chooseLanguage('auto', browserLanguage);
  const translate = overlayTranslate(language);
  const mount = createMount(document, 'banner', language, end.signal);
  mount.draw(<Banner translate={translate} kind="info" title={translate('updated')} sentences={[]} onClose={() => end.abort()} />);
  const place = (): void => {
    if (mount.host.isConnected) return;
    const heading = document.querySelector('h1');
    if (heading === null) document.body.prepend(mount.host);
    else heading.before(mount.host);
  };
  place();
  observePage({ document, onChange: place, onStorm: () => end.abort(), signal: end.signal, clock });
}
