/** Sign-in, one booking, its removal, and the simple pages. */
import { html } from 'hono/html';
import type { DetailPage, Frame, RemovalPage, SignInPage, SimplePage } from '../../models.ts';
import { errorBox, hiddenFields, statusIcon, when, type Html } from './layout.ts';

export function signIn(frame: Frame, page: SignInPage): Html {
  const { words } = frame;
  return html`<div class="connexion">${errorBox(page.errors)}
<form method="post" action="${page.action}">${hiddenFields([['jeton', frame.token], ...page.hidden])}
<table class="champs"><tr><td class="etiquette"><label for="utilisateur">${words.userCode}</label></td><td><input type="text" id="utilisateur" name="utilisateur" value="${page.user}" autocomplete="username"></td></tr>
<tr><td class="etiquette"><label for="motDePasse">${words.password}</label></td><td><input type="password" id="motDePasse" name="motDePasse" autocomplete="current-password"></td></tr></table>
<div class="boutons"><button type="submit" class="bouton principal">${words.enter}</button> <a href="${page.forgotten}">${words.forgotten}</a></div></form></div>`;
}

/** T9: a form with hidden fields. Without it, two buttons that a program answers. */
function decision(frame: Frame, page: DetailPage): Html | null {
  const { words, traits } = frame;
  const { decision: offered } = page;
  if (offered === null) return null;
  if (!traits.includes('T9')) {
    return html`<div class="boutons decision" data-adresse="${offered.action}" data-champs="${JSON.stringify(offered.hidden)}"><button type="button" class="bouton principal" data-decision="approuver">${words.approve}</button> <button type="button" class="bouton danger" data-decision="rejeter">${words.reject}</button></div>`;
  }
  return html`<form class="boutons decision" method="post" action="${offered.action}">${hiddenFields(offered.hidden)}
<button type="submit" class="bouton principal" name="decision" value="approuver">${words.approve}</button> <button type="submit" class="bouton danger" name="decision" value="rejeter">${words.reject}</button></form>`;
}

export function detail(frame: Frame, page: DetailPage): Html {
  const { words } = frame;
  return html`<div class="boutons haut">${when(page.edit, () => html`<a class="bouton principal" href="${page.edit}">${words.modify}</a>`)} ${when(page.removal, () => html`<a class="bouton danger" href="${page.removal}">${words.remove}</a>`)} <a class="bouton" href="${page.back}">${words.back}</a></div>
${decision(frame, page)}
<table class="champs consultation"><tr><td class="etiquette">${words.number}</td><td>${page.number}</td></tr>
<tr><td class="etiquette">${words.status}</td><td>${statusIcon(page.status)} ${page.status.word}</td></tr>
${page.fields.map((one) => html`<tr><td class="etiquette">${one.label}</td><td class="${one.long ? 'texte' : ''}">${one.value}</td></tr>`)}</table>
<h2 class="section">${words.history}</h2><ul class="historique">${page.history.map((one) => html`<li>${one}</li>`)}</ul>`;
}

export function removal(frame: Frame, page: RemovalPage): Html {
  const { words } = frame;
  return html`${errorBox(page.errors)}<form method="post" action="${page.action}" class="fiche"><input type="hidden" name="jeton" value="${frame.token}">
<fieldset><legend>${words.reason}</legend>${page.reasons.map((one, index) => html`<label class="case rang"><input type="radio" name="raison" value="${index}"> ${one}</label>`)}</fieldset>
<div class="boutons"><button type="submit" class="bouton danger">${words.remove}</button> <a class="bouton" href="${page.back}">${words.back}</a></div></form>`;
}

export function simple(page: SimplePage): Html {
  return html`${page.paragraphs.map((one) => html`<p>${one}</p>`)}
${when(page.add, () => html`<div class="boutons haut"><button type="button" class="bouton principal" disabled>${page.add}</button></div>`)}
${when(page.table, () => html`<table class="liste"><thead><tr>${page.table?.heads.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${page.table?.rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`)}
${when(page.links.length > 0, () => html`<div class="boutons">${page.links.map((one) => html`<a class="bouton" href="${one.path}">${one.label}</a> `)}</div>`)}`;
}
