/** A portal that answers what a test says, and the worker's reading of it. */
import { resetBrowser } from '../browser.ts';
import { readPortals, storesOfReading } from '../../../lib/background/watch.ts';
import { loadTogether } from '../../../lib/state/stored.ts';
import { readingsStore } from '../../../lib/state/readings-store.ts';
import type { Settings } from '../../../lib/state/settings.ts';
import { NOW, settings } from '../samples.ts';

export type Answer = () => Response | Promise<Response>;

export const html = (text: string, status = 200): Answer => () => new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
/** As `fetch` answers after a redirection. */
export const redirected = (to: string, text: string): Answer => () => Object.defineProperty(html(text)() as Response, 'url', { value: to });

export const row = (number: number, status = 'À approuver', resource = 'Licence ZOOM Web 5000 participants', day = '2026-11-26') =>
  `<tr><td><a href="/reservations/${number}">${number}</a></td><td>${resource}</td><td>Rencontre ${number}</td><td>CISSS de la Côte-Nord</td><td>Julie Gagnon</td><td>${day} 09:00</td><td>${day} 10:00</td><td>${status}</td></tr>`;
export const list = (rows: string[], { from = 1, total = rows.length, next = '' } = {}) => `<!doctype html><html lang="fr"><body><h1>Mes réservations de ressource</h1>
<label for="par">Réservations par page</label><select id="par"><option selected>20</option></select>
<table><thead><tr>${['Numéro', 'Ressource', 'Titre', 'Établissement', 'Demandeur', 'Début', 'Fin', 'Statut'].map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>
<div>Mes réservations : ${from} à ${from + rows.length - 1} sur ${total}</div>${next === '' ? '' : `<a href="${next}">Suivant</a>`}</body></html>`;
export const detail = (number: number, comments: string, status = 'À approuver') => `<!doctype html><html lang="fr"><body><h1>Réservation n° ${number}</h1><table>
<tr><td>Numéro</td><td>${number}</td></tr><tr><td>Statut</td><td>${status}</td></tr><tr><td>Ressource(s)</td><td>Licence ZOOM Web 5000 participants</td></tr>
<tr><td>Titre de la rencontre</td><td>Rencontre ${number}</td></tr><tr><td>Établissement</td><td>CISSS de la Côte-Nord</td></tr><tr><td>Demandeur</td><td>Julie Gagnon</td></tr>
<tr><td>Courriel</td><td>julie.gagnon@exemple.test</td></tr><tr><td>Début</td><td>2026-11-26 09:00</td></tr><tr><td>Fin</td><td>2026-11-26 10:00</td></tr>
<tr><td>Commentaires</td><td>${comments.replaceAll('\n', '<br>')}</td></tr></table></body></html>`;

/** What the portal was asked, and what it answers by path. */
export const scene: { asked: string[]; portal: (path: string) => Answer } = { asked: [], portal: () => html('') };

export const portsAt = (now = NOW) => ({
  now: () => now,
  fetch: ((input: string) => {
    const url = new URL(input);
    scene.asked.push(url.pathname + url.search);
    return Promise.resolve().then(scene.portal(url.pathname + url.search));
  }) as unknown as typeof fetch,
});
export const read = async (change: Partial<Settings> = {}, now = NOW) => {
  await readPortals(portsAt(now), settings(change), await loadTogether(storesOfReading));
  return (await readingsStore.load())['iris'];
};
export const isDetail = (path: string): boolean => /^\/reservations\/\d+$/u.test(path);

export function begin(): void {
  resetBrowser();
  scene.asked = [];
  scene.portal = () => html(list([row(104200)]));
}
