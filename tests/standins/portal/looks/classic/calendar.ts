/** The hour grid as one table: a quarter of an hour is a column, an hour head spans four. */
import { html } from 'hono/html';
import { toClock } from '../../data/time.ts';
import type { CalendarPage, Frame, GridBooking, GridRow } from '../../models.ts';
import { statusCodes } from '../../status-codes.ts';
import { criteria } from './criteria.ts';
import { legendTab, statusIcon, when, type Html } from './layout.ts';

const QUARTER = 15;

function block(one: GridBooking): Html {
  return html`<a class="resa resa-${statusCodes[one.status.key]}" href="${one.path}">${statusIcon(one.status)} ${when(one.title !== null, () => html`<b>${one.title}</b>`)} <i>${one.establishment}</i> <span>${one.time}</span></a>`;
}

/** Bookings that overlap share one cell. */
function clusters(row: GridRow, from: number, to: number): { from: number; to: number; bookings: GridBooking[] }[] {
  const found: { from: number; to: number; bookings: GridBooking[] }[] = [];
  for (const booking of row.bookings.filter((one) => one.from < to && one.to > from)) {
    const start = Math.max(from, Math.floor(booking.from / QUARTER) * QUARTER);
    const end = Math.min(to, Math.ceil(booking.to / QUARTER) * QUARTER);
    const last = found.at(-1);
    if (last && last.to > start) {
      last.to = Math.max(last.to, end);
      last.bookings.push(booking);
    } else found.push({ from: start, to: end, bookings: [booking] });
  }
  return found;
}

/** Free cells end at the hour. */
function free(page: CalendarPage, row: GridRow, book: string, from: number, to: number): Html[] {
  const cells: Html[] = [];
  for (let at = from; at < to; ) {
    const end = Math.min(to, (Math.floor(at / 60) + 1) * 60);
    const path = `/reservations/nouvelle?ressource=${row.id}&date=${page.date}&heure=${toClock(at)}`;
    cells.push(html`<td class="libre" colspan="${(end - at) / QUARTER}"><a href="${path}" title="${book} ${toClock(at)}"></a></td>`);
    at = end;
  }
  return cells;
}

function gridRow(frame: Frame, page: CalendarPage, row: GridRow): Html {
  const [first, last] = page.hours;
  const cells: Html[] = [];
  let at = first * 60;
  const end = (last + 1) * 60;
  for (const cluster of clusters(row, at, end)) {
    cells.push(...free(page, row, frame.words.book, at, cluster.from));
    cells.push(html`<td class="occupe" colspan="${(cluster.to - cluster.from) / QUARTER}">${cluster.bookings.map(block)}</td>`);
    at = cluster.to;
  }
  cells.push(...free(page, row, frame.words.book, at, end));
  return html`<tr><th scope="row"><a class="info" href="${row.infoPath}" title="${frame.words.info}">i</a><span class="nom">${row.name}</span><span class="nombre">${row.capacity}</span></th>${cells}</tr>`;
}

function grid(frame: Frame, page: CalendarPage): Html {
  const [first, last] = page.hours;
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return html`<table class="grille"><thead><tr><th class="coin">${frame.words.resources}</th>${hours.map((hour) => html`<th colspan="4">${toClock(hour * 60)}</th>`)}</tr></thead>
${page.groups.map(
  (group) => html`<tbody><tr class="groupe"><th colspan="${1 + hours.length * 4}"><span class="nom">${group.label}</span><span class="nombre">${group.count}</span></th></tr>
${group.rows.map((row) => gridRow(frame, page, row))}</tbody>`,
)}</table>`;
}

export function calendar(frame: Frame, page: CalendarPage): Html {
  const { words } = frame;
  return html`${criteria(frame, page)}
<div class="modes"><span class="mode actif">${words.calendarMode}</span><a class="mode" href="${page.list}">${words.listMode}</a></div>
<div class="jour"><a class="bouton navigation" href="${page.previous}" title="${words.previousDay}">◂</a><span class="jour-nom">${page.dayHead}</span><a class="bouton navigation" href="${page.next}" title="${words.nextDay}">▸</a>
<a class="bouton navigation" href="${page.today}">${words.today}</a>
<form class="choix-date" method="get" action="/reservations/ressources"><input type="hidden" name="mode" value="calendrier">${when(page.allHours, () => html`<input type="hidden" name="heures" value="24">`)}
<label for="choix-date">${words.date}</label> <input type="text" id="choix-date" name="date" size="10" value="${page.date}"> <button type="submit" class="bouton">${words.show}</button></form></div>
${page.groups.length > 0 ? grid(frame, page) : html`<p class="vide">${words.noResource}</p>`}
<div class="zone-heures"><a href="${page.hoursSwitch.path}">${page.hoursSwitch.label}</a></div>
${legendTab(frame, page.legend)}`;
}
