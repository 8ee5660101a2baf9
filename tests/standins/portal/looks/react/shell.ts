/** The react look's only HTML: an empty root, a state, a program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, raw } from 'hono/html';
import type { Portal } from '../../portal.ts';
import { libraries } from '../../assets.ts';
import { classNames } from './classes.ts';

let loads = 0;

/** JSON that cannot end its own script element. */
const embedded = (value: unknown) => raw(JSON.stringify(value).replace(/</gu, '\\u003c'));

export function renderShell(portal: Portal, nonce: string) {
  loads += 1;
  const salt = `${portal.seed.toString(36)}${loads.toString(36)}`;
  const classes = classNames(readFileSync(join(import.meta.dirname, '../../styles/react.css'), 'utf8'), salt);
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>IRIS</title>
<link rel="stylesheet" href="/styles/react/${salt}.css">
<script type="importmap" nonce="${nonce}">${embedded({ imports: libraries })}</script>
</head>
<body>
<noscript>Cette application requiert JavaScript.</noscript>
<div id="root"></div>
<script type="application/json" id="etat" nonce="${nonce}">${embedded({ classes })}</script>
<script type="module" nonce="${nonce}" src="/programmes/programs/react/main.tsx"></script>
</body>
</html>`;
}
