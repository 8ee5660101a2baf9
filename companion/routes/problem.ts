/** Refusals after RFC 9457: a sentence for a person, a code for a program, never a stack (issue B). */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../lib/contract/answer.ts';

const problems = {
  malformed: [400, 'Demande illisible', 'Le corps de la demande n’est pas du JSON lisible.'],
  invalid: [422, 'Demande incomplète ou inexacte', 'Un champ de la demande manque ou n’a pas la forme attendue\u00a0: {field}.'],
  period: [400, 'Période inexacte', 'Les bornes « from » et « to » doivent être des instants UTC, la première avant la seconde.'],
  unsigned: [401, 'Demande non signée', 'La demande n’est pas signée\u00a0: une clé personnelle est nécessaire.'],
  code_unknown: [401, 'Code inconnu', 'Ce code n’est pas connu\u00a0: comparez-le avec celui qui a été remis, ou demandez-en un autre à l’administrateur.'],
  code_used: [401, 'Code déjà utilisé', 'Ce code a déjà servi à inscrire un navigateur\u00a0: demandez-en un autre à l’administrateur.'],
  code_expired: [401, 'Code périmé', 'Ce code n’est plus valable\u00a0: demandez-en un autre à l’administrateur.'],
  key_retiring: [401, 'Clé remplacée', 'Cette clé a été remplacée et ne peut plus en faire une autre\u00a0: demandez un code à l’administrateur.'],
  key_unknown: [401, 'Clé inconnue', 'Cette clé n’est pas connue du compagnon\u00a0: demandez-en une à l’administrateur.'],
  key_revoked: [401, 'Clé retirée', 'Cette clé a été retirée\u00a0: demandez-en une nouvelle à l’administrateur.'],
  signature: [401, 'Signature inexacte', 'La signature ne correspond pas à la demande\u00a0: vérifiez la clé.'],
  clock_skew: [401, 'Horloge décalée', 'L’horloge de ce poste diffère de plus de cinq minutes de celle du compagnon.'],
  forbidden: [403, 'Action non permise', 'Le rôle de cette clé ne permet pas cette action sur cette réservation.'],
  origin: [403, 'Origine refusée', 'Cette page ne peut pas s’adresser au compagnon.'],
  no_conference: [409, 'Aucune rencontre', 'Cette réservation n’a pas de rencontre Zoom qui puisse être démarrée ou arrêtée maintenant.'],
  has_conference: [409, 'Rencontre existante', 'Cette réservation a déjà une rencontre, ou n’en attend pas.'],
  not_started: [409, 'Rencontre non commencée', 'Cette rencontre n’est pas en cours\u00a0: il n’y a rien à arrêter.'],
  licence_busy: [409, 'Licence occupée', 'Une autre rencontre est en cours sur cette licence\u00a0: « {field} ». Mettez-y fin avant de démarrer celle-ci.'],
  too_early: [409, 'Trop tôt', 'La clé d’hôte se montre à partir du {field}.'],
  slot_over: [409, 'Créneau terminé', 'Ce créneau est terminé\u00a0: la clé d’hôte a changé.'],
  key_shown: [409, 'Clé déjà montrée', 'La clé d’hôte de ce créneau a déjà été montrée\u00a0: écrivez au CCT si vous ne l’avez plus.'],
  room_busy: [409, 'Rencontre en cours', 'Une autre rencontre est en cours\u00a0: {field}. Devenir hôte maintenant pourrait l’interrompre.'],
  own_slot: [422, 'Votre créneau', 'Ce créneau est le vôtre, ou celui de votre établissement.'],
  no_holder_address: [422, 'Demande impossible', 'La personne qui tient ce créneau n’a pas de courriel connu\u00a0: passez par le CCT.'],
  no_address: [422, 'Courriel inconnu', 'Votre clé ne porte pas de courriel où vous répondre\u00a0: demandez à l’administrateur de l’ajouter.'],
  already_asked: [409, 'Créneau déjà demandé', 'Ce créneau a déjà été demandé aujourd’hui\u00a0: une demande par créneau et par jour.'],
  slot_closed: [409, 'Créneau commencé', 'Ce créneau est commencé ou n’est plus à vous\u00a0: il n’y a rien à répondre.'],
  decided: [409, 'Demande déjà traitée', 'Cette demande a déjà reçu une réponse.'],
  zoom_silent: [502, 'Zoom ne répond pas', 'Zoom n’a pas répondu comme attendu\u00a0: réessayez dans un instant, ou passez par Zoom lui-même.'],
  no_licence: [422, 'Service sans licence', 'Aucun titulaire de licence n’est configuré dans le compagnon pour ce service\u00a0: prévenez l’administrateur (ZOOM_HOSTS).'],
  not_found: [404, 'Introuvable', 'Rien ne se trouve à cette adresse, ou cette clé n’y a pas accès.'],
  method: [405, 'Méthode non admise', 'Cette adresse n’admet pas cette méthode.'],
  conflict: [409, 'Identifiant déjà utilisé', 'Cet identifiant d’événement a déjà servi pour un autre contenu.'],
  repeated: [409, 'Demande déjà reçue', 'Cette demande a déjà été reçue\u00a0: elle n’a rien fait de plus. Refaites-la au besoin.'],
  too_large: [413, 'Demande trop longue', 'La demande dépasse 64 ko.'],
  too_many: [429, 'Trop de demandes', 'Trop de demandes en peu de temps\u00a0: réessayez dans {field}.'],
  internal: [500, 'Erreur du compagnon', 'Le compagnon a rencontré une erreur. Rien n’a été enregistré\u00a0; réessayez.'],
  unavailable: [503, 'Compagnon indisponible', 'Le compagnon ne peut pas enregistrer en ce moment. Rien n’est perdu\u00a0: réessayez dans un instant.'],
  unhealthy: [503, 'Compagnon en panne', 'La base de données ne répond pas, ou son disque est plein\u00a0: rien de ce qui est confirmé n’est perdu. Prévenez l’administrateur.'],
  not_ready: [503, 'Travail en retard', 'Du travail attend depuis plus de quinze minutes\u00a0: Zoom ou le courriel ne le prend pas. Le journal dit lequel.'],
  storage_full: [507, 'Disque plein', 'Le disque du compagnon est plein\u00a0: rien n’a été enregistré. Prévenez l’administrateur.'],
} as const satisfies Record<string, readonly [number, string, string]>;
export type ProblemName = keyof typeof problems;

interface More {
  /** What stands for `{field}` in the sentence. */
  field?: string;
  /** So that a client can heal its clock (R6). */
  serverTime?: string;
  /** Milliseconds until it is worth trying again. */
  wait?: number;
  /** Members beyond those of RFC 9457. */
  members?: Readonly<Record<string, unknown>>;
}

const A_MINUTE = 60_000;
/** For whoever comes back when the disk or the database does. */
const UNAVAILABLE_WAIT = 5000;

/** What is sent, before it is known how: by the framework, or on Node's own server (direct.ts). */
export interface Answer {
  status: ContentfulStatusCode;
  headers: Record<string, string>;
  body: string;
}

/** A refusal that somebody else will send. */
export class Refusal {
  readonly code: ProblemName;
  readonly more: More;
  constructor(code: ProblemName, more: More = {}) {
    this.code = code;
    this.more = more;
  }
}

const inSeconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000));

export function answerOf({ code, more }: Refusal): Answer {
  const [status, title, sentence] = problems[code];
  const wait = more.wait ?? (status === 429 ? A_MINUTE : status === 503 ? UNAVAILABLE_WAIT : null);
  const field = more.field ?? (wait === null ? '' : `${inSeconds(wait)}\u00a0s`);
  const body: Problem = {
    type: `urn:passerelle:problem:${code}`,
    title,
    status,
    detail: sentence.replace('{field}', () => field),
    code,
    ...(more.serverTime === undefined ? {} : { serverTime: more.serverTime }),
  };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  if (wait !== null) headers['retry-after'] = String(inSeconds(wait));
  return { status, headers, body: JSON.stringify({ ...body, ...more.members }) };
}

export function refuse(context: Context, code: ProblemName, more: More = {}): Response {
  const { status, headers, body } = answerOf(new Refusal(code, more));
  return context.body(body, status, headers);
}
