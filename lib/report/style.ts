/**
 * How pictures and reports look: one text for the extension, the companion's page and the saved file. `light-dark()`
 * follows the person; `forced-colors` takes the person's own; paper is always light (U6, U21).
 */

/** Pictures, tables and legends, wherever they stand. */
export const pictureStyle = `
.pr-figure { margin: 0 0 24px; }
.pr-figure svg { display: block; overflow: visible; max-width: 100%; }
.pr-figure .pr-small { font-size: 11px; fill: var(--pr-soft); }
.pr-bar { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: 16px; font-size: 14px; line-height: 1.35; padding-block: 3px; break-inside: avoid; }
.pr-bar .pr-value { font-variant-numeric: tabular-nums; margin-inline-start: auto; }
.pr-bar svg { flex: 0 0 100%; }
.pr-ground { fill: var(--pr-ground); stroke: var(--pr-edge); stroke-width: 1; }
.pr-solid { fill: var(--pr-ink); stroke: var(--pr-edge); }
.pr-outline { fill: var(--pr-ground); stroke: var(--pr-line); }
.pr-patterned { stroke: var(--pr-ink); stroke-width: 1; }
.pr-crossed { stroke: var(--pr-alarm); }
.pr-year .pr-crossed, .pr-year ~ .pr-legend .pr-crossed { stroke: var(--pr-ink); }
.pr-line { stroke: var(--pr-ink); stroke-width: 2.4; fill: none; }
.pr-line-strong { stroke: var(--pr-alarm); stroke-width: 2.6; fill: none; }
.pr-year .pr-line-strong { stroke: var(--pr-ink); stroke-width: 2; }
.pr-dot { fill: var(--pr-ink); }
.pr-marker { stroke: currentColor; stroke-width: 3; }
.pr-legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 10px 0 0; padding: 0; font-size: 13px; }
.pr-legend li { display: flex; align-items: center; gap: 7px; }
.pr-legend svg { flex: none; }
.pr-table { border-collapse: collapse; width: 100%; font-size: 14px; }
.pr-table caption { text-align: start; font-weight: 600; padding: 0 0 6px; }
.pr-table th, .pr-table td { border-block-end: 1px solid var(--pr-line); padding: 5px 8px; text-align: start; vertical-align: top; font-weight: 400; }
.pr-table thead th { color: var(--pr-soft); font-size: 13px; vertical-align: bottom; }
.pr-table thead th, .pr-table tfoot :is(th, td) { font-weight: 600; }
.pr-table .pr-number { text-align: end; font-variant-numeric: tabular-nums; }
.pr-table tr > :first-child { padding-inline-start: 0; }
.pr-table tr > :last-child { padding-inline-end: 0; }
.pr-scroll { overflow-x: auto; }
.pr-scroll:focus-visible { outline: 3px solid var(--pr-ink); outline-offset: 2px; }
.pr-grid { font-size: 12px; }
.pr-grid :is(th, td) { padding: 3px 2.5px; white-space: nowrap; }
.pr-kept { white-space: nowrap; }
@media (max-width: 620px) {
  .pr-table:not(.pr-grid) thead { clip-path: inset(50%); position: absolute; }
  .pr-table:not(.pr-grid), .pr-table:not(.pr-grid) :is(tbody, tfoot, tr, th, td, caption) { display: block; }
  .pr-table:not(.pr-grid) tr { padding: 8px 0; border-block-end: 1px solid var(--pr-line); }
  .pr-table:not(.pr-grid) :is(tbody, tfoot) :is(th, td) { border: 0; padding: 2px 0; text-align: start; }
  .pr-table:not(.pr-grid) :is(tbody, tfoot) th { font-weight: 600; }
  .pr-table:not(.pr-grid) :is(tbody, tfoot) td { display: flex; justify-content: space-between; gap: 16px; text-align: end; }
  .pr-table:not(.pr-grid) td::before { content: attr(data-column); color: var(--pr-soft); }
}
@media (forced-colors: active) {
  .pr-figure .pr-small { fill: CanvasText; }
  .pr-ground, .pr-outline { fill: Canvas; stroke: CanvasText; }
  .pr-solid, .pr-dot { fill: CanvasText; stroke: CanvasText; }
  .pr-patterned, .pr-line, .pr-line-strong, .pr-marker, .pr-year .pr-line-strong { stroke: CanvasText; }
}
@media print {
  .pr-scroll { overflow: visible; }
  .pr-grid { font-size: 6.4pt; table-layout: auto; }
  .pr-grid :is(th, td) { padding: 1.5pt 1.2pt; }
  .pr-year, .pr-legend, .pr-table tr { break-inside: avoid; }
  .pr-table thead { display: table-header-group; }
  .pr-solid, .pr-dot, .pr-patterned { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`.trim();

/** Colours by role. Text on its ground reaches 7:1, lines that carry meaning 3:1 (tests/lib/report). */
export const pictureColours = `
--pr-ink: light-dark(#0e5590, #86bdec);
--pr-alarm: light-dark(#ab211a, #ffa198);
--pr-soft: light-dark(#44535f, #b4c2cc);
--pr-line: light-dark(#c3cdd6, #44566a);
--pr-edge: light-dark(#6d7f93, #8093a8);
--pr-ground: light-dark(#f2f5f8, #0e151e);
`.trim();

/** A whole page: the saved report and the companion's. */
export const pageStyle = `
:root { color-scheme: light dark; ${pictureColours.replace(/\n/gu, ' ')} --pr-text: light-dark(#1a2a3d, #e9eff5); --pr-paper: light-dark(#ffffff, #141d28); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--pr-paper); color: var(--pr-text); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
main { max-width: 900px; margin: 0 auto; padding: 28px 24px 48px; }
h1 { margin: 0 0 6px; font-size: 26px; line-height: 1.25; }
h2 { margin: 34px 0 10px; font-size: 20px; line-height: 1.3; }
p { margin: 0 0 8px; max-width: 70ch; }
.pr-soft { color: var(--pr-soft); }
.pr-warning { border: 2px solid currentColor; border-radius: 6px; padding: 8px 12px; font-weight: 600; }
.pr-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 10px; margin: 12px 0 0; }
.pr-facts > div { border: 1px solid var(--pr-line); border-radius: 8px; padding: 10px 14px; }
.pr-facts dt { color: var(--pr-soft); font-size: 14px; }
.pr-facts dd { margin: 2px 0 0; font-size: 20px; font-weight: 600; font-variant-numeric: tabular-nums; }
.pr-method { padding-inline-start: 20px; }
.pr-method li { margin: 0 0 4px; max-width: 70ch; }
@media (max-width: 420px) { main { padding: 20px 14px 40px; } h1 { font-size: 22px; } }
@page { margin: 14mm 12mm; }
@media print {
  :root { color-scheme: light; --pr-text: #000000; --pr-soft: #33414d; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  h2 { break-after: avoid; margin-top: 20pt; }
  section { break-inside: auto; }
  .pr-facts > div { break-inside: avoid; }
  .pr-screen { display: none; }
}
${pictureStyle}
`.trim();
