/** The companion's few pages: no script, no cookie, nothing from elsewhere. Readable on a telephone and without colour. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Fragment = HtmlEscapedString | Promise<HtmlEscapedString>;

export function page(language: 'fr' | 'en', title: string, main: Fragment): Fragment {
  return html`<!doctype html>
<html lang="${language === 'fr' ? 'fr-CA' : 'en-CA'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><link rel="stylesheet" href="/pages/style.css"></head>
<body><main>${main}</main></body>
</html>`;
}

export const styleSheet = `
:root { color-scheme: light dark; --ink: #1d2b36; --soft: #44535f; --paper: #ffffff; --ground: #eef2f5; --accent: #0b4a6f; --danger: #9b1c1c; --line: #b9c6d0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef2; --soft: #b4c2cc; --paper: #16212a; --ground: #0d151b; --accent: #7cc4ee; --danger: #ff9d94; --line: #4a5b68; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.5 "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 38rem; margin: 2rem auto; padding: 1.75rem; background: var(--paper); border-radius: .5rem; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.3; text-wrap: balance; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1.25rem; }
dt { color: var(--soft); font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
meter { width: min(100%, 16rem); height: 1.25rem; vertical-align: middle; }
video { display: block; width: 100%; max-width: 24rem; border-radius: .375rem; background: #000; }
hr { margin: 1.75rem 0; border: 0; border-top: 1px solid var(--line); }
a { color: var(--accent); }
code { font-size: 2rem; letter-spacing: .12em; }
fieldset { margin: 1.25rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .375rem; }
legend { font-weight: 600; padding: 0 .25rem; }
label.choice { display: flex; gap: .6rem; align-items: center; padding: .5rem 0; }
input[type=radio] { flex: none; width: 1.25rem; height: 1.25rem; accent-color: var(--accent); }
input[type=text] { display: block; width: 100%; max-width: 16rem; margin-top: .25rem; padding: .5rem; font: inherit; border: 1px solid var(--soft); border-radius: .25rem; background: var(--paper); color: var(--ink); }
button { min-height: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; border: 2px solid var(--danger); border-radius: .375rem; background: var(--paper); color: var(--danger); cursor: pointer; }
button.keep { border-color: var(--accent); color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.error { margin: 0 0 1rem; padding: .5rem .75rem; border-left: 4px solid var(--danger); color: var(--danger); font-weight: 600; }
`.trim();
