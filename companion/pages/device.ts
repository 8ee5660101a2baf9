/**
 * `/device`: a test of microphone and camera before the day (S2-28, S3-25). It is the one page with a script, so it has
 * its own rules: that script and nothing else, no connection to anywhere, camera and microphone for this page alone.
 */
import { html, raw } from 'hono/html';
import type { Routes } from '../routes/parts.ts';
import { roomSentencesIn } from '../texts/rooms.ts';
import { deviceScript } from './device-script.ts';
import { page, type Fragment } from './layout.ts';

const ZOOM_TEST = 'https://zoom.us/test';
const states = ['idle', 'asking', 'works', 'denied', 'missing', 'busy', 'unsupported'] as const;

function devicePage(language: 'fr' | 'en'): Fragment {
  const say = roomSentencesIn(language);
  const words = states.map((state) => raw(` data-${state}="${say(`device.${state}`).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`));
  const row = (device: 'camera' | 'microphone'): Fragment => html`<dt>${say(`device.${device}`)}</dt><dd><span id="${device}" role="status"${words}>${say('device.idle')}</span></dd>`;
  return page(language, say('device.title'), html`<h1>${say('device.title')}</h1>
<p>${say('device.intro')}</p>
<noscript><p class="error">${say('device.noScript')}</p></noscript>
<p><button type="button" class="keep" id="test" data-start="${say('device.start')}" data-stop="${say('device.stop')}">${say('device.start')}</button></p>
<dl>${row('camera')}${row('microphone')}</dl>
<div id="live" hidden><p><label for="level">${say('device.level')}</label> <meter id="level" min="0" max="100" value="0"></meter></p><p>${say('device.speak')}</p>
<video id="picture" aria-label="${say('device.picture')}" autoplay playsinline muted></video></div>
<p><a href="${ZOOM_TEST}" rel="noreferrer">${say('device.zoom')}</a></p>
<script src="/pages/device.js" type="module"></script>`);
}

export const devicePages: Routes = (app) => {
  app.get('/pages/device.js', (context) => context.body(deviceScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }));

  app.get('/device', (context) => {
    context.header('content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self' blob: mediastream:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
    context.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=()');
    context.header('cross-origin-opener-policy', 'same-origin');
    context.header('x-robots-tag', 'noindex');
    return context.html(devicePage(context.req.query('language') === 'en' ? 'en' : 'fr'));
  });
};
