/** « Critères »: folded on the first visit; a tree whose triangles unfold and whose squares tick. */
import { html } from 'hono/html';
import type { CalendarPage, Frame, TreeNode } from '../../models.ts';
import { when, type Html } from './layout.ts';

function node(frame: Frame, one: TreeNode): Html {
  const leaf = one.children.length === 0;
  return html`<li class="noeud${leaf ? ' feuille' : ''}">${when(!leaf, () => html`<a href="#" class="triangle" title="${frame.words.unfold}">▸</a>`)}<input type="checkbox" id="n-${one.id}"${leaf ? html` name="noeud" value="${one.id}"` : ''}${one.checked ? html` checked` : ''}><label for="n-${one.id}">${one.label}</label>${when(
    !leaf,
    () => html`<ul class="replie">${one.children.map((child) => node(frame, child))}</ul>`,
  )}</li>`;
}

export function criteria(frame: Frame, page: CalendarPage): Html {
  const { words } = frame;
  return html`<form class="criteres${page.criteriaOpen ? '' : ' ferme'}" method="post" action="/reservations/ressources/filtre">
<input type="hidden" name="jeton" value="${frame.token}"><input type="hidden" name="ouvert" value="${page.criteriaOpen ? '1' : '0'}">
<input type="hidden" name="date" value="${page.date}">${when(page.allHours, () => html`<input type="hidden" name="heures" value="24">`)}
<h2><a href="#" class="pli">${words.criteria}</a></h2>
<div class="panneau">
<table class="colonnes"><tr>
<td><h3>${words.resources}</h3>
<input type="text" class="recherche-arbre" placeholder="${words.searchTree}" title="${words.searchTree}">
<ul class="arbre">${page.tree.map((one) => node(frame, one))}</ul></td>
<td><h3>${words.characteristics}</h3>
<ul class="cases">${page.characteristics.map((one, index) => html`<li><input type="checkbox" id="c-${index}" name="caracteristique" value="${one.value}"${one.checked ? html` checked` : ''}><label for="c-${index}">${one.label}</label></li>`)}</ul></td>
</tr></table>
<div class="boutons"><button type="button" class="bouton sauvegarder">${words.saveFilters}</button>
<button type="submit" class="bouton" name="operation" value="reinitialiser">${words.resetFilters}</button>
<button type="submit" class="bouton principal" name="operation" value="appliquer">${words.applyFilter}</button></div>
</div>
</form>`;
}
