/** D10, U24: after a whole life of each service, no attendee's name or address stands anywhere in the browser but where the privacy page says. */
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lives, type Life } from '../../journey/lives/cards.ts';
import { itemOf, openPopupAt, setLifeStage } from '../../journey/lives/scene.ts';
import { phases } from '../../journey/lives/story.ts';
import { dumpStores, placesOf, type Written } from '../../setup/stores-dump.ts';
import { toldStores } from '../../setup/told-stores.ts';

/** The browser's own object, inside the extension's worker. */
declare const chrome: Browser;

const LONG = 300_000;
/** Typed in the portal's own free text, beside our fields. */
const inComments = ['Mireille Fontaine', 'mireille.fontaine@exemple.test'];
/** Typed in the personal message of an invitation. */
const inMessage = 'Rosalie Thibodeau';
const guestOf = ({ id }: Pick<Life, 'id'>): string => `invite.${id}@exemple.test`;
/** Who came, as Zoom knows them. */
const came = ['Personne 1', 'Personne 2'];
const guests = lives.map(guestOf);
/** They are asked for in our own fields, and are no attendees: the page tells of them. */
const presenters = [...new Set(lives.map(({ meeting }) => meeting.presenter))];

// One story, told in its order: what is written is looked for after each part of a life.
describe('what the extension has written down', { shuffle: false }, () => {
  let stage: Awaited<ReturnType<typeof setLifeStage>>;
  beforeAll(async () => {
    stage = await setLifeStage({ headless: true, onChecked: () => undefined });
  }, LONG);
  afterAll(async () => {
    await stage?.close();
  });

  const dump = async (): Promise<Written[]> => {
    const { julie, julieTab, marc } = stage.scene;
    const both = [await dumpStores(julie, julieTab), await dumpStores(marc, julieTab)];
    return both.flat();
  };
  /** Places that no row of the privacy page tells of. */
  const untold = (places: readonly string[]): string[] =>
    places.filter((place) => !place.startsWith('portal sessionStorage passerelle:draft:') && !['local', 'session'].some((area) => Object.keys(toldStores).some((key) => toldStores[key] !== 'nothing personal' && place === `${area} ${key}`)));

  const invite = async (life: Life): Promise<void> => {
    const { scene } = stage;
    const popup = await openPopupAt(scene, scene.marc, /Planifiées/u);
    const item = itemOf(popup, life);
    await item.getByText('Préparer l’invitation').click();
    await item.getByLabel(/^Message personnel/u).fill(`Bonjour ${inMessage}`);
    await item.getByLabel('Adresses à inviter').fill(guestOf(life));
    await item.getByLabel('Adresses à inviter').press('Enter');
    await item.getByRole('list', { name: /personne invitée/u }).getByText(guestOf(life), { exact: true }).waitFor();
    const later = item.getByRole('button', { name: 'Envoyer plus tard' });
    if (life.id === 'clinical') return expect(await later.count()).toBe(0);
    await later.click();
    await item.getByText('Un brouillon vous attend').first().waitFor();
  };

  it.each(lives)('U24 S0-14 $id is booked, with attendees in the portal’s own free text', async (life) => {
    const { scene } = stage;
    for (const step of phases[0] ?? []) {
      await step.play(scene, life);
      if (step.id === '1-form') await scene.julieTab.getByLabel('Commentaires').fill(`Invitée : ${inComments.join(' ')}`);
    }
    expect(scene.world.portal.bookings().some(({ comments }) => inComments.every((word) => comments.includes(word)))).toBe(true);
  }, LONG);

  it.each(lives.filter(({ conference }) => conference !== 'none'))('U24 S3-18 guests are typed in the invitation to $id', invite, LONG);

  it('U24 S3-11 S4-10 guests stand in the drafts that wait, and nowhere else; those of a clinical meeting, and whoever was typed in the portal’s own text, nowhere', async () => {
    const written = await dump();
    const kept = lives.filter(({ id, conference }) => id !== 'clinical' && conference !== 'none').map(guestOf);
    for (const guest of kept) expect(placesOf(written, [guest]), guest).toEqual(['local invitations']);
    expect(placesOf(written, [inMessage])).toEqual(['local invitations']);
    expect(placesOf(written, [...inComments, ...guests.filter((guest) => !kept.includes(guest))])).toEqual([]);
    const named = placesOf(written, presenters);
    expect([named.length > 0, untold(named)]).toEqual([true, []]);
    // What is looked through is what there is: the key's database, and Julie's tab.
    expect(written.map(({ place }) => place)).toEqual(expect.arrayContaining(['local settings', 'indexedDB passerelle/keys']));
  }, LONG);

  it.each(lives)('U24 S0-28 S1-43 $id is reminded of, opened, ended and counted', async (life) => {
    for (const step of phases[2] ?? []) await step.play(stage.scene, life);
  }, LONG);

  it('U24 S1-43 of who came nothing is written, and what was typed of guests is erased with the meeting', async () => {
    expect(placesOf(await dump(), [...came, ...inComments])).toEqual([]);
    // The daily alarm does not ring within a test: its event is dispatched.
    const erase = async (): Promise<void> => {
      for (const person of [stage.scene.julie, stage.scene.marc]) {
        await (await person.worker()).evaluate(() => (chrome.alarms.onAlarm as unknown as { dispatch(alarm: { name: string }): void }).dispatch({ name: 'purge' }));
      }
    };
    await erase();
    await expect.poll(async () => placesOf(await dump(), [...guests, inMessage, ...came, ...inComments]), { timeout: 30_000 }).toEqual([]);
  }, LONG);
});
