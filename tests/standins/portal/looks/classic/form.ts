/** The booking form: a table of labels and fields, buttons at the top (portal.md § 4). */
import { html } from 'hono/html';
import type { FormPage, Frame } from '../../models.ts';
import { dateFields, twin } from './dates.ts';
import { errorBox, statusIcon, when, type Html } from './layout.ts';

function resourceField(page: FormPage): Html {
  const groups = [...new Set(page.resources.map((one) => one.group))];
  return html`<select id="ressource" name="ressource"${page.multiple ? html` multiple size="7"` : ''}>${when(!page.multiple, () => html`<option value=""></option>`)}${groups.map(
    (group) => html`<optgroup label="${group}">${page.resources.filter((one) => one.group === group).map((one) => html`<option value="${one.id}"${one.selected ? html` selected` : ''}>${one.label}</option>`)}</optgroup>`,
  )}</select>`;
}

export function form(frame: Frame, page: FormPage): Html {
  const { words, traits } = frame;
  const text = (name: string, label: string, value: string, size: number): Html =>
    html`<tr><td class="etiquette"><label for="${name}">${label}</label></td><td>${twin(frame, name, value)}<input type="text" id="${name}" name="${name}" value="${value}" size="${size}"></td></tr>`;
  // T1: no submit event ever comes; the program calls form.submit().
  const kind = traits.includes('T1') ? 'button' : 'submit';
  return html`${errorBox(page.errors)}
<form class="fiche${traits.includes('T12') ? ' en-chargement' : ''}" id="fiche" method="post" action="${page.action}">
<div class="boutons haut"><button type="${kind}" class="bouton principal enregistrer">${words.saveAndClose}</button>
${when(page.removal, () => html`<a class="bouton danger" href="${page.removal}">${words.remove}</a>`)} <a class="bouton" href="${page.back}">${words.cancelForm}</a>
${when(page.number, () => html`<span class="numero">${words.number} ${page.number} ${page.status && statusIcon(page.status)} ${page.status?.word}</span>`)}</div>
<input type="hidden" name="jeton" value="${frame.token}">${when(page.number, () => html`<input type="hidden" name="numero" value="${page.number}">`)}
<table class="champs">
<tr><td class="etiquette"><label for="ressource">${words.resourcesField}</label></td><td>${resourceField(page)}</td></tr>
${text('titre', words.meetingTitle, page.meetingTitle, 60)}
${text('departement', words.department, page.department, 60)}
${dateFields(frame, page)}
${when(traits.includes('T7'), () => html`<tr><td class="etiquette"></td><td><span id="disponibilite" class="disponibilite"></span></td></tr>`)}
<tr><td class="etiquette"><label for="commentaires">${words.comments}</label></td><td>${twin(frame, 'commentaires')}<textarea id="commentaires" name="commentaires" rows="5" cols="70">${page.comments}</textarea></td></tr>
${text('demandeur', words.requester, page.requester, 40)}
${text('courriel', words.email, page.email, 40)}
</table>
</form>`;
}
