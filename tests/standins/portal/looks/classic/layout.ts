/** The classic look: pages written by the server, tables, full loads. */
import { html } from 'hono/html';
import { statusCodes, statusIcons } from '../../status-codes.ts';
import type { Frame, StatusMark } from '../../models.ts';
import type { PortalStatus } from '../../data/types.ts';

export type Html = ReturnType<typeof html>;

/** `html` leaves out null; `when` keeps the templates flat. */
export const when = (condition: unknown, part: () => Html): Html | null => (condition ? part() : null);

export const statusIcon = ({ key, word }: StatusMark): Html =>
  word === null
    ? html`<span class="statut statut-${statusCodes[key]}">${statusIcons[key]}</span>`
    : html`<span class="statut statut-${statusCodes[key]}" title="${word}">${statusIcons[key]}</span>`;

export const hiddenFields = (fields: readonly (readonly [string, string])[]): Html[] => fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

export const errorBox = (errors: readonly string[]): Html | null =>
  when(errors.length > 0, () => html`<div class="message erreur" role="alert"><ul>${errors.map((one) => html`<li>${one}</li>`)}</ul></div>`);

export const legendTab = (frame: Frame, legend: readonly { key: PortalStatus; word: string }[]): Html => html`<div class="legende" tabindex="0">
<span class="onglet-legende">${frame.words.legend}</span>
<ul class="legende-liste">${legend.map(({ key, word }) => html`<li><span class="statut statut-${statusCodes[key]}">${statusIcons[key]}</span> ${word}</li>`)}</ul>
</div>`;

function menu(frame: Frame): Html {
  return html`<ul class="menu">${frame.menu.map(
    (one) => html`<li class="${one.current ? 'actif' : ''}"><a href="${one.path ?? '#'}">${one.label} <span class="fleche">▾</span></a>
<ul class="sous-menu">${one.entries.map((entry) => html`<li><a href="${entry.path}">${entry.label}</a></li>`)}</ul></li>`,
  )}</ul>`;
}

function person(frame: Frame): Html | null {
  const { user, words, token } = frame;
  if (user === null) return null;
  return html`<form class="personne" method="post" action="/deconnexion"><input type="hidden" name="jeton" value="${token}">
<strong>${user.name}</strong> <span class="etablissement">${user.establishment}</span> <button type="submit" class="lien">${words.signOut}</button></form>`;
}

export function layout(frame: Frame, title: string, nonce: string, content: Html): Html {
  const { words } = frame;
  return html`<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>${title} - ${words.product}</title>
<link rel="stylesheet" href="/styles/classic.css">
<script type="module" nonce="${nonce}" src="/programmes/programs/classic/main.ts"></script>
</head>
<body data-jeton="${frame.token}" data-traits="${frame.traits.join(' ')}">
<div class="entete"><a class="logo" href="/"><b>${words.product}</b> <span>${words.productLong}</span></a>${person(frame)}</div>
<div class="barre">${menu(frame)}</div>
<div class="contenu">
<h1>${title}</h1>
${when(frame.notice, () => html`<div class="message succes" role="status">${frame.notice}</div>`)}
${content}
</div>
<div class="pied">Centre de coordination de la télésanté – CHU de Québec-Université Laval <span>Imitation pour essais : aucune donnée réelle</span></div>
</body>
</html>`;
}
