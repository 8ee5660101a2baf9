/**
 * The five services of the documents, as far as their lives differ: what the form says and asks, who approves, what comes
 * of a booking at Zoom, what the run sheet shows on the day, and what is left afterwards. The story itself is one.
 */
import type { Page } from 'playwright-core';
import { LICENCE } from '../../standins/portal/data/resources.ts';
import { people } from '../../setup/world.ts';
import { PLAIN, WEB5000 } from '../../standins/zoom/standin.ts';

export interface Life {
  id: 'web5000' | 'shared-room' | 'nominative-300' | 'health-portal' | 'clinical';
  /** The portal's own identifier of the resource. */
  resource: string;
  /** When it begins, on Toronto's clock: each life has its own hour of one day. */
  hour: string;
  meeting: { name: string; participants: number; presenter: string };
  /** Sentences of the card that stand on the form. */
  says: readonly RegExp[];
  /** What a save without it says, and how to put it right; null: the three facts are enough. */
  asks: { sentence: RegExp; answer(page: Page): Promise<void> } | null;
  /** What the form says of a name that smells clinical. */
  advice: RegExp;
  /** By a person in the portal, or not at all (S0-22, S2-24, S1-37). */
  approval: 'marc' | 'none';
  /** What a booking makes at Zoom: a conference of its own, nothing since the room is there (S1-30), nothing since it is elsewhere (S3-16). */
  conference: 'made' | 'room' | 'none';
  /** Whose licence at Zoom it is held on; null where nothing is made. */
  host: string | null;
  /** What Zoom must then hold: the card's own rules, on which the documents contradict each other. */
  settings: Record<string, unknown>;
  /** Sentences of the run sheet. */
  sheet: readonly RegExp[];
  /** A line of the card's checklist that is ticked before the start; null: a list to read, of which nothing is kept (S4-11). */
  tick: RegExp | null;
  /** Who opens it: a person of the CCT (S0-28), the holder with the key (S1-07), the organiser, nobody (S3-22). */
  starts: 'marc' | 'holder' | 'organiser' | 'itself';
  /** How many came; null: nobody counts. */
  came: number | null;
  /** How long a recording is kept, and how long before it is gone it is said again; null: none is made. */
  recording: { hours: number; noticeHours: number } | null;
}

/** Whose licence it is where each person has their own (S2-20, S4-04): she who books. */
const OWN_LICENCE = people.julie.email;

/** What Julie would do if the connection were lost (S4-26). */
export const PLAN_B = 'Nous continuons au téléphone';

const seemsClinical = /Ce nom semble clinique/u;

export const lives: readonly Life[] = [
  {
    id: 'web5000', resource: LICENCE, hour: '09:00',
    meeting: { name: 'Prévention des chutes : webinaire régional', participants: 1200, presenter: 'Dre Louise Arsenault' },
    says: [/Une personne du CCT démarre la rencontre/u, /Il n’y a pas de salle d’attente/u, /un approbateur y répond/u],
    asks: null, advice: seemsClinical,
    approval: 'marc', conference: 'made', host: WEB5000, settings: { auto_recording: 'none', practice_session: false },
    sheet: [/soutien@telesantechudequebec\.ca/u],
    tick: /Fermer tous les micros/u, starts: 'marc', came: 310, recording: null,
  },
  {
    id: 'shared-room', resource: 'shared-room', hour: '11:00',
    meeting: { name: 'Atelier des entrepreneurs', participants: 12, presenter: 'Anne Roy' },
    says: [/Réserver ne crée pas de réunion\s*: la salle existe/u, /activez la salle d’attente/u, /disparaît après 24\s*heures/u],
    asks: { sentence: /Cochez la charte/u, answer: (page) => page.getByLabel(/charte informatique/u).check() }, advice: seemsClinical,
    approval: 'none', conference: 'room', host: PLAIN, settings: {},
    sheet: [/ouvre la salle avec la clé hôte/u, /Canal #zoom/u],
    tick: /Arriver un peu avant/u, starts: 'holder', came: 9, recording: { hours: 24, noticeHours: 4 },
  },
  {
    id: 'nominative-300', resource: 'nominative-300', hour: '13:00',
    meeting: { name: 'Séminaire de recherche', participants: 120, presenter: 'Anne Roy' },
    says: [/aucune réservation n’est nécessaire/u], asks: null, advice: seemsClinical,
    approval: 'none', conference: 'made', host: OWN_LICENCE, settings: { auto_recording: 'none' },
    sheet: [/La personne organisatrice ouvre elle-même la rencontre/u],
    tick: /droit à l’image/u, starts: 'organiser', came: 96, recording: { hours: 1440, noticeHours: 168 },
  },
  {
    id: 'health-portal', resource: 'health-portal', hour: '15:00',
    meeting: { name: 'Formation à distance des équipes', participants: 25, presenter: 'Anne Roy' },
    says: [/Aucune réunion n’est créée chez Zoom/u, /s’ouvre d’elle-même à l’heure/u], asks: null, advice: seemsClinical,
    approval: 'none', conference: 'none', host: null, settings: {},
    sheet: [/s’ouvre d’elle-même\s*: personne n’a à la démarrer/u],
    tick: /pré-appel/u, starts: 'itself', came: null, recording: null,
  },
  {
    id: 'clinical', resource: 'clinical', hour: '17:00',
    meeting: { name: 'Rencontre virtuelle du soir', participants: 3, presenter: 'Anne Roy' },
    says: [/La salle d’attente est toujours activée/u, /jamais enregistrée/u],
    asks: { sentence: /Inscrivez ce que vous ferez si la connexion se perd/u, answer: (page) => page.getByLabel(/Plan B/u).fill(PLAN_B) },
    advice: /Choisissez un nom neutre/u,
    approval: 'none', conference: 'made', host: OWN_LICENCE, settings: { waiting_room: true, auto_recording: 'none', host_video: true, participant_video: true },
    sheet: [/La personne organisatrice ouvre elle-même la rencontre/u, /Par téléphone/u],
    tick: null, starts: 'organiser', came: 2, recording: null,
  },
];
