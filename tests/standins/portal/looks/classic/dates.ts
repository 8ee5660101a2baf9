/** The form's date in four shapes (T4), with hidden disabled twins (T5). */
import { html } from 'hono/html';
import { toClock } from '../../data/time.ts';
import type { FormPage, Frame } from '../../models.ts';
import { when, type Html } from './layout.ts';
import { months } from '../../wording.ts';

type Option = [value: string, label: string];

const select = (id: string, name: string, options: readonly Option[], chosen: string): Html =>
  html`<select id="${id}" name="${name}">${options.map(([value, label]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`)}</select>`;

const range = (count: number, from = 0): number[] => Array.from({ length: count }, (_, index) => from + index);
const quarters = (chosen: number): number[] => [...new Set([...range(97).map((one) => one * 15), chosen])].sort((a, b) => a - b);

/** T5: another control of the same name, out of sight and out of use. */
export const twin = (frame: Frame, name: string, value = ''): Html | null =>
  when(frame.traits.includes('T5'), () => html`<input type="text" class="jumeau" name="${name}" value="${value}" disabled hidden aria-label="${name}">`);

const line = (id: string, label: string, content: Html): Html => html`<tr><td class="etiquette"><label for="${id}">${label}</label></td><td>${content}</td></tr>`;

function textDate(frame: Frame, page: FormPage): Html {
  return line('date', frame.words.date, html`${twin(frame, 'date', page.date)}<input type="text" id="date" name="date" size="12" value="${page.date}" placeholder="AAAA-MM-JJ" autocomplete="off">`);
}

function timeSelects(frame: Frame, page: FormPage, value: (minutes: number) => string): Html {
  const options = (chosen: number): Option[] => quarters(chosen).map((one) => [value(one), toClock(one)]);
  const { words } = frame;
  return html`${line('debut', words.start, html`${twin(frame, 'debut')}${select('debut', 'debut', options(page.start), value(page.start))}`)}
${line('fin', words.end, html`${twin(frame, 'fin')}${select('fin', 'fin', options(page.end), value(page.end))}`)}`;
}

function splitDate(frame: Frame, page: FormPage): Html {
  const { words } = frame;
  const [year = '', month = '', day = ''] = page.date.split('-');
  const part = (name: string, label: string, options: readonly Option[], chosen: string): Html => html`<label class="partie" for="${name}">${label}</label> ${select(name, name, options, chosen)} `;
  const clock = (name: string, legend: string, minutes: number): Html => html`<tr><td class="etiquette">${legend}</td><td><fieldset class="parties"><legend>${legend}</legend>
${part(`${name}_heure`, words.hourPart, range(25).map((one) => [String(one), String(one).padStart(2, '0')]), String(Math.floor(minutes / 60)))}
${part(`${name}_minute`, words.minutePart, range(12).map((one) => [String(one * 5), String(one * 5).padStart(2, '0')]), String(minutes % 60))}</fieldset></td></tr>`;
  return html`<tr><td class="etiquette">${words.date}</td><td><fieldset class="parties"><legend>${words.date}</legend>
${part('jour', words.day, range(31, 1).map((one) => [String(one), String(one)]), String(Number(day)))}
${part('mois', words.month, months.map((label, index) => [String(index + 1), label]), String(Number(month)))}
${part('annee', words.yearPart, range(4, Number(year) - 1).map((one) => [String(one), String(one)]), year)}</fieldset></td></tr>
${clock('debut', words.start, page.start)}${clock('fin', words.end, page.end)}`;
}

function durationDate(frame: Frame, page: FormPage): Html {
  const { words } = frame;
  const length = page.end - page.start;
  const [count, unit] = length % 60 === 0 ? [length / 60, 'heures'] : [length, 'minutes'];
  const options: Option[] = quarters(page.start).map((one) => [toClock(one), toClock(one)]);
  return html`${textDate(frame, page)}${line('debut', words.start, html`${twin(frame, 'debut')}${select('debut', 'debut', options, toClock(page.start))}`)}
${line('duree', words.duration, html`<input type="text" id="duree" name="duree" size="4" value="${count}"> <label class="partie" for="duree_unite">${words.unit}</label> ${select('duree_unite', 'duree_unite', [['minutes', 'minutes'], ['heures', 'heures'], ['jours', 'jours']], unit)}`)}`;
}

export function dateFields(frame: Frame, page: FormPage): Html {
  if (page.shape === 'splitSelects') return splitDate(frame, page);
  if (page.shape === 'durationUnit') return durationDate(frame, page);
  return html`${textDate(frame, page)}${timeSelects(frame, page, page.shape === 'isoSeconds' ? (minutes) => String(minutes * 60) : toClock)}`;
}
