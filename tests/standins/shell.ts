/** The look of the small web pages of the stand-ins: plain, readable, French, without a script of others. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

const style = `
:root{color-scheme:light dark;--line:#8886;--soft:#8881;--accent:#0b5cad}
@media (prefers-color-scheme:dark){:root{--accent:#7db8f5}}
*{box-sizing:border-box}body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.15rem}.note{opacity:.75;margin:0 0 1.5rem}
a{color:var(--accent)}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);border:1px solid var(--line);border-radius:.4rem;padding:1rem;margin:0}
iframe{width:100%;height:32rem;border:1px solid var(--line);border-radius:.4rem;background:#fff}
button{font:inherit;padding:.35rem .9rem}.tag{border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;white-space:nowrap}
.empty{border:1px dashed var(--line);border-radius:.4rem;padding:2rem;text-align:center}`;

/** A whole page. @param note one line that says what the page is, so that nobody takes a stand-in for the real thing */
export const page = (title: string, note: string, content: Markup): Markup => html`<!doctype html>
<html lang="fr-CA">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${raw(style)}</style></head>
<body><h1>${title}</h1><p class="note">${note}</p><main>${content}</main></body>
</html>`;

const hours = new Intl.DateTimeFormat('fr-CA', { timeZone: 'America/Toronto', dateStyle: 'medium', timeStyle: 'short' });

/** An instant as a person of Québec reads it. @param instant milliseconds UTC */
export const hour = (instant: number): string => hours.format(instant);
