/** List mode: filters, five statuses, a table, pages. */
import { html } from 'hono/html';
import type { Frame, ListPage, ListRow } from '../../models.ts';
import { statusCodes } from '../../status-codes.ts';
import { legendTab, statusIcon, when, type Html } from './layout.ts';

const checkbox = (name: string, value: string, label: string, checked: boolean): Html =>
  html`<label class="case"><input type="checkbox" name="${name}" value="${value}"${checked ? html` checked` : ''}> ${label}</label>`;

function filters(frame: Frame, page: ListPage): Html {
  const { words } = frame;
  const periods = [['jour', words.day], ['semaine', words.week], ['mois', words.month], ['periode', words.between]] as const;
  return html`<form class="filtres" method="get" action="/reservations/ressources"><input type="hidden" name="mode" value="liste">
<table><tr>
<td rowspan="2"><label for="type">${words.types}</label><select id="type" name="type" multiple size="5">${page.types.map((one) => html`<option value="${one.value}"${one.checked ? html` selected` : ''}>${one.label}</option>`)}</select></td>
<td><fieldset><legend>${words.status}</legend>${page.statuses.map((one) => checkbox('statut', statusCodes[one.key], one.word, one.checked))}</fieldset></td>
<td>${page.asApprover === null ? null : checkbox('approbateur', '1', words.asApprover, page.asApprover)}
${checkbox('createur', '1', words.asCreator, page.asCreator)}</td></tr>
<tr><td><fieldset><legend>${words.period}</legend>${periods.map(([value, label]) => html`<label class="case"><input type="radio" name="periode" value="${value}"${page.period === value ? html` checked` : ''}> ${label}</label>`)}
<label>${words.date} <input type="text" size="10" name="date" value="${page.date}"></label>
<label>${words.from} <input type="text" size="10" name="du" value="${page.from}"></label> <label>${words.to} <input type="text" size="10" name="au" value="${page.to}"></label></fieldset></td>
<td><label for="motCle">${words.search}</label><input type="text" id="motCle" name="motCle" value="${page.keyword}"><br>
<label for="parPage">${words.perPage}</label> <select id="parPage" name="parPage">${page.perPageChoices.map((one) => html`<option${one === page.perPage ? html` selected` : ''}>${one}</option>`)}</select></td></tr></table>
<div class="boutons"><a class="bouton" href="/reservations/ressources?mode=liste">${words.resetFilters}</a> <button type="submit" class="bouton principal">${words.applyFilter}</button></div>
</form>`;
}

const row = (frame: Frame, page: ListPage, one: ListRow): Html => html`<tr><td>${one.number}</td><td>${one.resource}</td>${when(page.withTitles, () => html`<td>${one.title}</td>`)}<td>${one.establishment}</td><td>${one.requester}</td><td class="moment">${one.start}</td><td class="moment">${one.end}</td><td class="moment">${statusIcon(one.status)} ${one.status.word}</td><td><a href="${one.path}" title="${frame.words.consult} ${one.number}">${frame.words.consult}</a></td></tr>`;

export function list(frame: Frame, page: ListPage): Html {
  const { words } = frame;
  const heads = [
    words.number, words.resource, ...(page.withTitles ? [words.title] : []), words.establishment, words.requester,
    words.listStart, words.listEnd, words.status, words.action,
  ];
  return html`<div class="modes"><a class="mode" href="${page.calendar}">${words.calendarMode}</a><span class="mode actif">${words.listMode}</span></div>
${filters(frame, page)}
${page.total === 0
    ? html`<p class="vide">${words.nothing}</p>`
    : html`<table class="liste"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${page.rows.map((one) => row(frame, page, one))}</tbody></table>`}
<div class="pages"><span>${words.myBookings} : ${page.summary}</span> ${page.pages.map((one) => (one.current ? html`<b>${one.label}</b> ` : html`<a href="${one.path}">${one.label}</a> `))}</div>
${legendTab(frame, page.legend)}`;
}
