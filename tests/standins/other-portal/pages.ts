/** The pages: boxes only, names of classes made anew at each load. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { dayText, hourText, lengthText, rooms, type Request } from './data.ts';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** One name a load for each part of the style. */
export type Classes = Record<'top' | 'link' | 'line' | 'word' | 'hold' | 'go' | 'sheet' | 'head' | 'row' | 'cell' | 'hour' | 'panel' | 'big', string>;

const style = (c: Classes): string => `
body{font:15px/1.5 Georgia,serif;margin:0;color:#222;background:#faf7f2}
.${c.top}{display:flex;flex-wrap:wrap;gap:20px;background:#5a2d4f;color:#fff;padding:10px 24px}.${c.link}{cursor:pointer;color:inherit;text-decoration:none}
.${c.big}{font-size:24px;margin:18px 24px 6px}.${c.line}{display:flex;flex-wrap:wrap;gap:12px;margin:8px 24px;align-items:center}.${c.word}{width:170px}
.${c.hold} input,.${c.hold} select{font:inherit;padding:4px;max-width:100%}.${c.hold} textarea{font:inherit;width:420px;max-width:80vw;height:110px}
.${c.go}{display:inline-block;background:#5a2d4f;color:#fff;border-radius:14px;padding:7px 22px;cursor:pointer}
.${c.sheet}{margin:8px 24px;border:1px solid #cbb;background:#fff;overflow-x:auto}.${c.head},.${c.row}{display:flex;border-bottom:1px solid #dcc;min-width:900px}
.${c.head}{font-weight:bold}.${c.cell}{flex:1;padding:5px 8px;min-width:90px}.${c.hour}{flex:1;padding:5px 2px;min-width:44px;text-align:center}
.${c.panel}{margin:8px 24px;padding:8px;border:1px dashed #a89}`;

function frame(title: string, c: Classes, content: Markup, script = ''): Markup {
  const link = (path: string, words: string): Markup => html`<div class="${c.link}" data-to="${path}">${words}</div>`;
  return html`<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Maison des rencontres</title><style>${raw(style(c))}</style></head><body>
<div class="${c.top}"><div>Maison des rencontres</div>${link('/agenda', 'L’agenda')}${link('/demande', 'Demander')}${link('/demandes', 'Où en sont mes demandes')}</div>
<div class="${c.big}">${title}</div>${content}
<script>document.querySelectorAll('[data-to]').forEach((one) => one.addEventListener('click', () => { location.href = one.dataset.to; }));${raw(script)}</script></body></html>`;
}

const line = (c: Classes, words: string, control: Markup): Markup => html`<div class="${c.line}"><div class="${c.word}">${words}</div><div class="${c.hold}">${control}</div></div>`;
const options = (values: readonly (string | number)[], text: (value: never) => string, chosen: unknown): Markup =>
  html`${values.map((value) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${text(value as never)}</option>`)}`;

const hours = Array.from({ length: 23 }, (_, index) => 480 + index * 30);
const lengths = [30, 60, 90, 120, 180];

/** Sends what is filled in as JSON; no form, no submit event. */
const sends = `
const at = (n) => document.querySelectorAll('[data-k]')[n].value;
document.querySelector('[data-save]').addEventListener('click', async () => {
  const answer = await fetch('/demandes', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ room: at(0), subject: at(1), day: at(2), arrival: Number(at(3)), length: Number(at(4)), note: at(5) }) });
  location.href = '/demandes/' + (await answer.json()).reference;
});`;

export const formPage = (c: Classes, day: string, room: string): Markup =>
  frame(
    'Dites-nous tout', c,
    html`${line(c, 'Salle', html`<select data-k>${options(rooms, String, room)}</select>`)}
${line(c, 'À propos de', html`<input data-k>`)}
${line(c, 'Le jour', html`<input data-k type="date" value="${day}">`)}
${line(c, 'Arrivée', html`<select data-k>${options(hours, hourText, 840)}</select>`)}
${line(c, 'Pendant', html`<select data-k>${options(lengths, lengthText, 90)}</select>`)}
${line(c, 'Mot pour l’équipe', html`<textarea data-k></textarea>`)}
<div class="${c.line}"><div class="${c.go}" data-save>Réserver</div><div class="${c.link}" data-to="/agenda">Laisser tomber</div></div>`,
    sends,
  );

const heads = ['Réf.', 'Salle', 'À propos de', 'Pour qui', 'Le jour', 'Arrivée', 'Pendant', 'Où on en est'];
const cellsOf = (one: Request): string[] =>
  [one.reference, one.room, one.subject, one.who, dayText(one.day), hourText(one.arrival), lengthText(one.length), one.state];

/** Drawn by the page's own script a moment later, as many portals do. */
export function listPage(c: Classes, requests: readonly Request[]): Markup {
  const draws = `
const rows = ${JSON.stringify([heads, ...requests.map(cellsOf)]).replaceAll('<', '\\u003c')};
const refs = ${JSON.stringify(requests.map(({ reference }) => reference))};
setTimeout(() => {
  const sheet = document.querySelector('[data-list]');
  rows.forEach((cells, index) => {
    const row = document.createElement('div');
    row.className = index === 0 ? '${c.head}' : '${c.row}';
    cells.forEach((text) => { const cell = document.createElement('div'); cell.className = '${c.cell}'; cell.textContent = text; row.append(cell); });
    if (index > 0) { row.style.cursor = 'pointer'; row.addEventListener('click', () => { location.href = '/demandes/' + refs[index - 1]; }); }
    sheet.append(row);
  });
}, 150);`;
  return frame('Où en sont mes demandes', c, html`<div class="${c.sheet}" data-list></div><div class="${c.line}">${requests.length} demandes en tout</div>`, draws);
}

export function detailPage(c: Classes, one: Request): Markup {
  const pair = (words: string, value: string): Markup => html`<div class="${c.line}"><div class="${c.word}">${words}</div><div style="white-space:pre-wrap">${value}</div></div>`;
  const values = cellsOf(one);
  return frame('Votre demande', c, html`${heads.map((head, index) => pair(head, values[index] ?? ''))}${pair('Mot pour l’équipe', one.note)}`);
}

export function calendarPage(c: Classes, day: string, requests: readonly Request[], shown: readonly string[]): Markup {
  const columns = Array.from({ length: 13 }, (_, index) => 420 + index * 60);
  const of = (room: string, hour: number): Request | undefined =>
    requests.find((one) => one.room === room && one.day === day && one.state !== 'Retirée' && one.state !== 'C’est non' && one.arrival < hour + 60 && one.arrival + one.length > hour);
  return frame(
    `L’agenda du ${dayText(day)}`, c,
    html`<div class="${c.panel}"><div class="${c.link}" data-fold>Affiner</div>
<div data-inside>${rooms.map((room) => html`<div><input type="checkbox" value="${room}" ${shown.includes(room) ? 'checked' : ''}> <span>${room}</span></div>`)}
<div class="${c.line}"><div class="${c.go}" data-see>Voir ces salles</div><div class="${c.go}" data-keep>Garder ce choix</div></div></div></div>
<div class="${c.sheet}"><div class="${c.head}"><div class="${c.cell}">Salles</div>${columns.map((hour) => html`<div class="${c.hour}">${hour / 60} h</div>`)}</div>
${shown.map((room) => html`<div class="${c.row}"><div class="${c.cell}">${room}</div>${columns.map((hour) => html`<div class="${c.hour}">${of(room, hour)?.subject ?? ''}</div>`)}</div>`)}</div>`,
    `
const ticked = () => [...document.querySelectorAll('[data-inside] input')].filter((one) => one.checked).map((one) => 'salle=' + encodeURIComponent(one.value)).join('&');
document.querySelector('[data-see]').addEventListener('click', () => { location.href = '/agenda?jour=${day}&' + ticked(); });
document.querySelector('[data-keep]').addEventListener('click', () => fetch('/choix', { method: 'POST', body: ticked() }));
document.querySelector('[data-fold]').addEventListener('click', () => { const inside = document.querySelector('[data-inside]'); inside.hidden = !inside.hidden; });`,
  );
}

export const signInPage = (c: Classes): Markup =>
  html`<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Maison des rencontres</title><style>${raw(style(c))}</style></head><body><div class="${c.big}">Qui êtes-vous ?</div>
<form method="post" action="/entrer">${line(c, 'Votre code', html`<input name="code">`)}${line(c, 'Votre secret', html`<input name="secret" type="password">`)}<button>Entrer</button></form></body></html>`;
