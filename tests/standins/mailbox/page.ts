/** The web page on which the mail of a demo is read. A mail's own HTML only ever runs in a sandboxed frame. */
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { streamSSE } from 'hono/streaming';
import { hour, page, type Markup } from '../shell.ts';
import type { Correspondent, Mail } from './message.ts';

const note = 'Boîte d’essai de Passerelle\u00a0: aucun courriel ne quitte cet ordinateur.';

const people = (list: Correspondent[]): string => list.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');

/** The list loads again when a mail arrives; without a script it is still the list. */
const reload = raw('<script>new EventSource("/events").addEventListener("mail",()=>location.reload())</script>');

const list = (mails: readonly Mail[]): Markup =>
  mails.length === 0
    ? html`<p class="empty">Aucun courriel pour l’instant.</p>${reload}`
    : html`<table>
<thead><tr><th scope="col">Reçu</th><th scope="col">Pour</th><th scope="col">Objet</th><th scope="col">Pièces</th></tr></thead>
<tbody>${mails.toReversed().map(
        (mail) => html`<tr><td>${hour(mail.receivedAt)}</td><td>${mail.envelope.to.join(', ')}</td>
<td><a href="/messages/${mail.number}">${mail.subject === '' ? '(sans objet)' : mail.subject}</a></td><td>${mail.attachments.length}</td></tr>`,
      )}</tbody></table>
<form method="post" action="/clear"><p><button>Vider la boîte</button></p></form>${reload}`;

const one = (mail: Mail): Markup => html`<p><a href="/">← Tous les courriels</a></p>
<dl><dt>De</dt><dd>${mail.from === null ? mail.envelope.from : people([mail.from])}</dd>
<dt>À</dt><dd>${people(mail.to)}</dd>
${mail.cc.length === 0 ? '' : html`<dt>Copie</dt><dd>${people(mail.cc)}</dd>`}
<dt>Remis à</dt><dd>${mail.envelope.to.join(', ')}</dd><dt>Reçu</dt><dd>${hour(mail.receivedAt)}</dd>
${mail.attachments.length === 0 ? '' : html`<dt>Pièces jointes</dt><dd>${mail.attachments.map((part, index) => html`<a href="/messages/${mail.number}/attachments/${index}" download>${part.filename ?? part.mimeType}</a> `)}</dd>`}</dl>
${mail.html === '' ? '' : html`<h2>HTML</h2><iframe title="Le courriel en HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${mail.number}/html"></iframe>`}
<h2>Texte</h2><pre>${mail.text}</pre>
<p><a href="/messages/${mail.number}/raw">Source du courriel</a></p>`;

/** Any name may stand in a mail; only its safe part goes into our header. */
const safeName = (name: string): string => name.replace(/[^A-Za-z0-9._-]/gu, '_');

export function createMailboxApp(mailbox: { messages(): readonly Mail[]; clear(): void; onMail(listener: () => void): () => void }): Hono {
  const app = new Hono();
  const find = (number: string) => mailbox.messages().find((mail) => String(mail.number) === number);
  app.get('/', (context) => context.html(page('Courriels reçus', note, list(mailbox.messages()))));
  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const stop = mailbox.onMail(() => void stream.writeSSE({ event: 'mail', data: '' }));
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    }),
  );
  app.post('/clear', (context) => {
    mailbox.clear();
    return context.redirect('/', 303);
  });
  app.get('/messages/:number', (context) => {
    const mail = find(context.req.param('number'));
    return mail === undefined ? context.notFound() : context.html(page(mail.subject === '' ? '(sans objet)' : mail.subject, note, one(mail)));
  });
  app.get('/messages/:number/html', (context) => {
    const mail = find(context.req.param('number'));
    if (mail === undefined) return context.notFound();
    context.header('content-security-policy', "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    return context.html(mail.html);
  });
  app.get('/messages/:number/raw', (context) => {
    const mail = find(context.req.param('number'));
    return mail === undefined ? context.notFound() : context.text(mail.raw);
  });
  app.get('/messages/:number/attachments/:index', (context) => {
    const part = find(context.req.param('number'))?.attachments[Number(context.req.param('index'))];
    if (part === undefined) return context.notFound();
    context.header('content-type', part.mimeType);
    context.header('content-disposition', `attachment; filename="${safeName(part.filename ?? 'piece')}"`);
    return context.body(new Uint8Array(part.content));
  });
  return app;
}
