/** G.6: what it takes a person, with and without the extension: counted by the driver of the end-to-end tests. Exact, but for the waits. */
import type { Page } from 'playwright-core';
import { approveInPortal } from '../journey/approver.ts';
import { setStage, type Stage } from '../journey/play.ts';
import { meeting, type Scene } from '../journey/scene.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { PASSWORD } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import type { Bench, Measure, Result, Table } from './bench.ts';
import { medianFor } from './figures.ts';
import { makeHand, onPaper, openDay, type Effort, type Hand } from './journey-hand.ts';

const WITH = 'with the extension';
const BY_HAND = 'by hand';
const measures: readonly Measure[] = [
  { name: 'interactions', unit: 'presses, choices, fields', better: 'lower' },
  { name: 'keys', unit: 'pressed', better: 'lower' },
  { name: 'estimated', unit: 's of a practised person', better: 'lower' },
  { name: 'waited', unit: 's of waiting', better: 'lower' },
];
const resultOf = (contender: string, role: Result['role'], { waited, ...effort }: Effort): Result => ({
  contender, role, samples: Object.fromEntries(Object.entries({ ...effort, ...(waited > 0 ? { waited } : {}) }).map(([name, figure]) => [name, [figure]])),
});
const fewer = (all: readonly Result[]): boolean => medianFor(all, WITH, 'interactions') < medianFor(all, BY_HAND, 'interactions') && medianFor(all, WITH, 'estimated') < medianFor(all, BY_HAND, 'estimated');
const goal = { sentence: 'fewer interactions and less time with the extension.', reached: fewer };

const calendarOf = (scene: Scene): string => `${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${scene.date}`;
const slot = (page: Page, hour: string) => page.locator(`a[href*="ressource=${LICENCE}"][href$="heure=${hour}"]`).first();
const saved = (page: Page): Promise<void> => page.waitForURL((url) => !url.pathname.includes('nouvelle'));

async function saveForm(hand: Hand, page: Page, end: string): Promise<void> {
  await hand.choose(page.getByLabel('Heure de fin', { exact: true }), end);
  await hand.press(page.getByRole('button', { name: 'Enregistrer et Fermer' }));
  await saved(page);
}

/** Annexe 1 and the charter, as a person who knows both by heart: nothing tells them of a mistake. */
async function requestByHand({ scene }: Stage): Promise<Effort> {
  const page = await (await scene.world.openPlain()).newPage();
  await page.goto(PORTAL_ORIGIN);
  await page.getByLabel(/Code d.utilisateur/u).fill('representante3');
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: /connexion|connecter/iu }).click();
  await page.getByRole('link', { name: 'Mes Réservations' }).first().waitFor();
  const hand = makeHand();
  await openDay(hand, page, calendarOf(scene));
  await hand.press(page.getByRole('link', { name: 'Critères' }).or(page.getByRole('button', { name: 'Critères' })));
  await hand.press(page.getByRole('listitem').filter({ hasText: 'CHU de Québec – UL – CCT' }).first().getByTitle('Développer').first());
  await hand.press(page.getByRole('checkbox', { name: 'Solution logicielle' }));
  await hand.press(page.getByRole('button', { name: 'Appliquer le filtre' }));
  await hand.press(slot(page, '08:00'));
  await hand.write(page.getByRole('textbox', { name: 'Titre de la rencontre' }), meeting.name);
  await hand.write(page.getByRole('textbox', { name: 'Commentaires' }), `Nom exact : ${meeting.name}\nNombre de participants : ${meeting.participants}\nPrésentatrice : ${meeting.presenter}, ${meeting.presenterEmail}`);
  await saveForm(hand, page, '09:30');
  return hand.effort();
}

async function requestWithUs({ scene }: Stage): Promise<Effort> {
  const page = scene.julieTab;
  await scene.julie.signIn(page);
  const known = new Set(scene.world.portal.bookings().map(({ number }) => number));
  const hand = makeHand();
  await openDay(hand, page, calendarOf(scene));
  await hand.press(page.getByRole('button', { name: 'Afficher la licence ZOOM' }));
  await page.getByText('La licence est affichée.').first().waitFor();
  await hand.press(slot(page, '14:00'));
  await hand.write(page.getByLabel(/Nom exact/u), meeting.name);
  await hand.write(page.getByLabel(/Nombre de participants/u), String(meeting.participants));
  await hand.write(page.getByLabel(/Nom de la personne qui présentera/u), meeting.presenter);
  await hand.write(page.getByLabel(/Courriel de la personne qui présentera/u), meeting.presenterEmail);
  await saveForm(hand, page, '15:30');
  scene.number = scene.world.portal.bookings().find(({ number }) => !known.has(number))?.number ?? '';
  return hand.effort();
}

async function mailWithUs({ scene }: Stage): Promise<Effort> {
  await scene.marc.signIn(await scene.marc.context.newPage());
  const listed = await scene.marc.openOwn('popup.html');
  scene.shown = listed;
  await listed.getByRole('button', { name: 'Actualiser' }).click();
  await listed.getByRole('listitem').filter({ hasText: meeting.name }).first().waitFor();
  await approveInPortal(scene);
  const hand = makeHand();
  hand.elsewhere();
  const popup = await scene.marc.openOwn('popup.html');
  await hand.press(popup.getByRole('button', { name: 'Actualiser' }));
  await hand.press(popup.getByRole('tab', { name: /À créer/u }));
  await hand.press(popup.getByRole('button', { name: new RegExp(`Créer la rencontre Zoom «.${meeting.name.slice(0, 14)}`, 'u') }));
  await scene.world.mailbox.waitFor((one) => one.from?.address === 'cct@exemple.test' && one.envelope.to.includes('julie.gagnon@exemple.test'), { timeoutMs: 60_000 });
  return hand.effort();
}

/** Zoom's own pages have no stand-in: what its form for a webinar and a mail ask for, each once, with copy and paste where one can. */
const mailSteps = [
  'copy the name from the portal', 'open the meetings of zoom.us', 'schedule', 'paste the topic', 'choose the day', 'choose the hour', 'choose the length, hours', 'choose the length, minutes',
  'save', 'open the panelists', 'copy the presenter from the portal', 'paste the name', 'copy the address from the portal', 'paste the address', 'save the panelists', 'open the invitation', 'copy the invitation',
  'new mail', 'copy the requester’s address from the portal', 'paste the address', 'write the subject', 'paste the invitation', 'send',
] as const;
const SUBJECT = 'Lien de votre rencontre';

export const journey: Bench = {
  name: 'journey',
  title: 'A person’s journey',
  needs: ['browser', 'build'],
  async run({ say }): Promise<Table[]> {
    const stage = await setStage({ headless: true, onChecked: say });
    try {
      say('a request by hand');
      const byHand = await requestByHand(stage);
      // Two requests of one name: the approver is to decide on the other.
      const { portal } = stage.world;
      for (const { number, title } of portal.bookings()) if (title === meeting.name) portal.setStatus(number, 'cancelled');
      say('a request with the extension');
      const withUs = await requestWithUs(stage);
      say('from the approval to the mail');
      const mailed = await mailWithUs(stage);
      return [
        {
          title: 'From the portal’s home to a valid request', measures, goal,
          results: [resultOf(WITH, 'ours', withUs), resultOf(BY_HAND, 'peer', byHand)],
          note: 'By hand nobody is told of a conflict, of a name that is too long or of a fact that is missing: the request is valid because the driver knows the rules.',
        },
        {
          title: 'From the approval to the mail with the link', measures, goal,
          results: [resultOf(WITH, 'ours', mailed), resultOf(BY_HAND, 'peer', onPaper(mailSteps, SUBJECT.length))],
          note: `With the extension the wait holds the eight seconds in which a person may take the click back. By hand is counted on paper, since Zoom’s pages have no stand-in: ${mailSteps.join(', ')}.`,
        },
      ];
    } finally {
      await stage.close();
    }
  },
};
