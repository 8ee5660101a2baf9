/** What people see: the list of conferences, the join link, the start link. All of it invented; none looks like Zoom. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { hour, page, type Markup } from '../shell.ts';
import type { Account } from './account.ts';
import { isGone, isLive, joinLink, type Conference } from './conference.ts';
import { endConference, inside, startConference } from './day.ts';

const note = 'Imitation de Zoom pour les essais de Passerelle\u00a0: personne n’est en ligne ici.';

const kinds = { meeting: 'Réunion', webinar: 'Webinaire' } as const;
const yesNo = (value: unknown): string => (value === true ? 'oui' : 'non');
const when = (conference: Conference): string => (conference.start === null ? 'sans heure fixe' : `${hour(conference.start)}, ${conference.duration}\u00a0min`);

const state = (conference: Conference): string => {
  if (conference.deletedAt !== null) return 'supprimée';
  if (isLive(conference)) return 'en cours';
  return conference.endedAt === null ? 'prévue' : 'terminée';
};

const facts = (conference: Conference): Markup => html`<dl>
<dt>Genre</dt><dd>${kinds[conference.kind]}</dd><dt>Quand</dt><dd>${when(conference)}</dd>
<dt>Numéro</dt><dd>${conference.id}</dd><dt>Titulaire</dt><dd>${conference.host.email}</dd>
<dt>État</dt><dd><span class="tag">${state(conference)}</span></dd>
${conference.kind === 'meeting'
    ? html`<dt>Salle d’attente</dt><dd>${yesNo(conference.settings['waiting_room'])}</dd><dt>Micros fermés à l’entrée</dt><dd>${yesNo(conference.settings['mute_upon_entry'])}</dd>`
    : html`<dt>Conférenciers</dt><dd>${conference.panelists.length === 0 ? 'aucun' : conference.panelists.map(({ name }) => name).join(', ')}</dd>`}
<dt>Enregistrement</dt><dd>${String(conference.settings['auto_recording'])}</dd></dl>`;

const list = (account: Account, url: string): Markup =>
  account.conferences.length === 0
    ? html`<p class="empty">Aucune rencontre n’a encore été créée.</p>`
    : html`<table><thead><tr><th scope="col">Rencontre</th><th scope="col">Quand</th><th scope="col">Genre</th><th scope="col">Titulaire</th><th scope="col">État</th><th scope="col">Lien</th></tr></thead>
<tbody>${account.conferences.toReversed().map(
        (one) => html`<tr><td>${one.topic}</td><td>${when(one)}</td><td>${kinds[one.kind]}</td><td>${one.host.email}</td>
<td><span class="tag">${state(one)}</span></td><td>${one.deletedAt === null ? html`<a href="${joinLink(one, url)}">${one.id}</a>` : String(one.id)}</td></tr>`,
      )}</tbody></table>`;

const passcodeOf = (pwd: string | undefined): string => Buffer.from((pwd ?? '').replace(/\.1$/u, ''), 'base64url').toString();

const join = (conference: Conference, admitted: boolean, people: number): Markup => html`${facts(conference)}
${!isLive(conference)
    ? html`<p>L’hôte n’a pas encore ouvert la rencontre.</p>`
    : admitted
      ? html`<p>La rencontre est en cours\u00a0: ${people} personne(s) à l’intérieur.</p><form method="post"><label>Votre nom <input name="name" required maxlength="80"></label> <button>Entrer</button></form>`
      : html`<p>Code secret demandé.</p><form><label>Code secret <input name="code" required maxlength="10"></label> <button>Continuer</button></form>`}`;

const host = (conference: Conference, others: readonly Conference[]): Markup => html`${facts(conference)}
${others.length === 0 ? '' : html`<p role="alert">Un autre événement est en cours sur ce compte\u00a0: ${others.map(({ topic }) => `«\u00a0${topic}\u00a0»`).join(', ')}.</p>`}
<p>Vous êtes l’hôte.</p>
<form method="post"><button name="action" value="${isLive(conference) ? 'end' : 'start'}">${isLive(conference) ? 'Terminer pour tous' : 'Démarrer'}</button></form>`;

export function addPages(app: Hono, account: Account, url: () => string, zakHolds: (conference: Conference, zak: string) => boolean): void {
  const find = (id: string): Conference | undefined => account.conferences.find((one) => String(one.id) === id && !isGone(one, account.now()));
  const missing = page('Rencontre introuvable', note, html`<p>Ce numéro n’existe pas ou n’est plus valable.</p>`);

  app.get('/', (context) => context.html(page('Rencontres', note, list(account, url()))));

  app.get('/j/:id', (context) => {
    const one = find(context.req.param('id'));
    if (one === undefined) return context.html(missing, 404);
    const given = context.req.query('code') ?? passcodeOf(context.req.query('pwd'));
    return context.html(page(one.topic, note, join(one, given === one.passcode, inside(one, account.now()))));
  });
  app.post('/j/:id', async (context) => {
    const one = find(context.req.param('id'));
    if (one === undefined) return context.html(missing, 404);
    const form = await context.req.parseBody();
    if (isLive(one)) one.stays.push({ name: String(form['name'] ?? ''), email: '', join: account.now(), leave: Number.MAX_SAFE_INTEGER });
    return context.redirect(new URL(context.req.url).pathname + new URL(context.req.url).search, 303);
  });

  // The personal link of a panelist.
  app.get('/w/:id', (context) => {
    const one = find(context.req.param('id'));
    const panelist = one?.panelists.find(({ id }) => id === context.req.query('tk'));
    if (one === undefined || panelist === undefined) return context.html(missing, 404);
    return context.html(page(one.topic, note, html`${facts(one)}<p>Bienvenue ${panelist.name}\u00a0: vous êtes conférencier.</p>`));
  });

  // The start link: whoever opens it is the host, until its key is two hours old.
  app.use('/s/:id', async (context, next) => {
    const one = find(context.req.param('id'));
    if (one === undefined) return context.html(missing, 404);
    if (!zakHolds(one, context.req.query('zak') ?? '')) return context.html(page('Lien échu', note, html`<p>Ce lien de démarrage n’est plus valable.</p>`), 403);
    return next();
  });
  app.get('/s/:id', (context) => {
    const one = find(context.req.param('id'));
    return one === undefined ? context.html(missing, 404) : context.html(page(one.topic, note, host(one, [])));
  });
  app.post('/s/:id', async (context) => {
    const one = find(context.req.param('id'));
    if (one === undefined) return context.html(missing, 404);
    const form = await context.req.parseBody();
    if (form['action'] === 'end' && isLive(one)) endConference(account, one);
    const others = form['action'] === 'start' ? startConference(account, one) : [];
    return context.html(page(one.topic, note, host(one, others)), others.length === 0 ? 200 : 409);
  });
}
