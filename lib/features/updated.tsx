/** Said by a script whose extension was updated: it has stopped, and blocks nothing (U18). */
import { createMount } from '../../components/overlay/mount.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { chooseLanguage, createTranslate } from '../i18n/translate.ts';
import { updatedEn } from '../i18n/updated.en.ts';
import { updatedFr } from '../i18n/updated.fr.ts';
import { lookWithFrame } from '../portal/look-frames.ts';
import { observePage } from '../portal/observe.ts';

/**
 * @param browserLanguage `fr-CA`; the settings can no longer be asked for
 * @param clock milliseconds that only go forward
 */
export function sayUpdated(document: Document, browserLanguage: string, clock: () => number): void {
  const end = new AbortController();
  const language = chooseLanguage('auto', browserLanguage);
  const translate = createTranslate({ fr: updatedFr, en: updatedEn }, language);
  const mount = createMount(document, 'banner', language, end.signal);
  const close = <Button size="small" onClick={() => end.abort()}>{translate('close')}</Button>;
  mount.draw(
    <div class="po-slim">
      <Notice kind="info" title={translate('updated')} actions={close} />
    </div>,
  );
  const place = (): void => {
    if (mount.host.isConnected) return;
    const heading = document.querySelector('h1');
    if (heading === null) document.body.prepend(mount.host);
    else heading.before(mount.host);
  };
  place();
  const ports = { document, clock, signal: end.signal };
  observePage({ ...ports, onChange: lookWithFrame(ports, place), onStorm: () => end.abort() });
}
