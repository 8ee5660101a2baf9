/** The companion's settings, from environment variables. A refusal names every one that is missing or wrong. */
import * as z from 'zod';
import { emailAddress } from '../lib/contract/primitives.ts';

export type Variables = Record<string, string | undefined>;

export interface Environment {
  host: string;
  port: number;
  /** Without a slash at the end. */
  publicUrl: string;
  database: { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };
  secret: string;
  zoom: {
    accountId: string;
    clientId: string;
    clientSecret: string;
    tokenUrl: string;
    apiUrl: string;
    webhookSecret: string | null;
    /** Licence holder by service identifier; `*` for every other service. */
    hosts: Record<string, string>;
  };
  mail: { smtpUrl: string; from: { name: string; address: string }; approver: string };
  /** Days after a booking's end until its personal data are erased; null: kept until somebody purges. */
  retentionDays: number | null;
  logLevel: string;
  /** Signed requests that one key may make in a minute, and at once. */
  requestsPerMinute: number;
  /** Invitations carry the companion's own link instead of Zoom's (F10). */
  stableLinks: boolean;
  /** Where Zoom shows its reports to whoever signs in there; null: not said. */
  reportsUrl: string | null;
}

/** Every variable with what it is, for `--help` and the README; the order is the order shown. */
export const variables: readonly { name: string; needed: 'yes' | 'no' | 'either'; meaning: string; standard?: string }[] = [
  { name: 'PASSERELLE_PUBLIC_URL', needed: 'yes', meaning: 'Adresse du compagnon vue de l’extérieur (liens d’annulation), p. ex. https://passerelle.exemple.ca' },
  { name: 'PASSERELLE_SECRET', needed: 'yes', meaning: 'Au moins 32 caractères au hasard\u00a0; scelle les clés des personnes, signe les liens et les marques' },
  { name: 'PASSERELLE_HOST', needed: 'no', meaning: 'Adresse d’écoute', standard: '127.0.0.1' },
  { name: 'PASSERELLE_PORT', needed: 'no', meaning: 'Port d’écoute', standard: '8787' },
  { name: 'PASSERELLE_DATABASE', needed: 'no', meaning: 'Fichier de la base SQLite, sur un disque local', standard: 'passerelle.sqlite' },
  { name: 'DATABASE_URL', needed: 'no', meaning: 'Base PostgreSQL (postgres://…), à la place du fichier SQLite' },
  { name: 'ZOOM_ACCOUNT_ID', needed: 'yes', meaning: 'Identifiant de compte de l’application Zoom «\u00a0Server-to-Server OAuth\u00a0»' },
  { name: 'ZOOM_CLIENT_ID', needed: 'yes', meaning: 'Identifiant client de cette application' },
  { name: 'ZOOM_CLIENT_SECRET', needed: 'yes', meaning: 'Secret client de cette application' },
  { name: 'ZOOM_HOST_USER_ID', needed: 'either', meaning: 'Identifiant ou courriel, chez Zoom, du titulaire de la licence' },
  { name: 'ZOOM_HOSTS', needed: 'either', meaning: 'Titulaires par service, en JSON, p. ex. {"web5000":"licence@exemple.ca"}\u00a0; «\u00a0demandeur\u00a0»\u00a0: la licence de la personne même qui réserve (licences nominatives)\u00a0; à la place ou en plus de ZOOM_HOST_USER_ID' },
  { name: 'ZOOM_TOKEN_URL', needed: 'no', meaning: 'Adresse des jetons de Zoom', standard: 'https://zoom.us/oauth/token' },
  { name: 'ZOOM_API_URL', needed: 'no', meaning: 'Adresse de l’API de Zoom', standard: 'https://api.zoom.us/v2' },
  { name: 'ZOOM_WEBHOOK_SECRET', needed: 'no', meaning: 'Jeton secret des événements de Zoom\u00a0; sans lui, /zoom/events est fermé' },
  { name: 'SMTP_URL', needed: 'yes', meaning: 'Serveur de courriel, p. ex. smtps://utilisateur:motdepasse@courriel.exemple.ca' },
  { name: 'MAIL_FROM', needed: 'yes', meaning: 'Expéditeur, p. ex. Centre de coordination de la télésanté <cct@exemple.ca>' },
  { name: 'MAIL_APPROVER', needed: 'yes', meaning: 'Adresse des approbateurs (annulations, échecs)' },
  { name: 'PASSERELLE_RETENTION_DAYS', needed: 'no', meaning: 'Jours après la fin d’une réservation avant d’en effacer les renseignements personnels\u00a0; 0\u00a0: jamais de soi-même', standard: '90' },
  { name: 'PASSERELLE_REQUESTS_PER_MINUTE', needed: 'no', meaning: 'Demandes qu’une même clé peut faire en une minute\u00a0; au-delà, elle est priée d’attendre', standard: '600' },
  { name: 'PASSERELLE_STABLE_LINKS', needed: 'no', meaning: 'oui\u00a0: les invitations portent le lien stable /r/… du compagnon au lieu de celui de Zoom\u00a0; il doit alors être joignable de partout, en tout temps', standard: 'non' },
  { name: 'ZOOM_REPORTS_URL', needed: 'no', meaning: 'Page des rapports d’utilisation du site Zoom de l’organisation (participants et inscrits, avec leurs noms)' },
  { name: 'PASSERELLE_LOG', needed: 'no', meaning: 'Niveau du journal\u00a0: error, warn, info ou silent', standard: 'info' },
];

export class EnvironmentRefused extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Le compagnon ne peut pas démarrer\u00a0:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvironmentRefused';
    this.problems = problems;
  }
}

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host) || host.endsWith('.localhost');

const address = (protocols: readonly string[], sentence: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), sentence);

const webAddress = address(['http:', 'https:'], 'doit être une adresse https://…').refine(
  (text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || isLoopback(new URL(text).hostname),
  'doit être en https (http n’est admis que sur la machine même)',
);

/** A password with a bare « % » would stop each mail, and nobody would know why. */
function hasReadableCredentials(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { username, password } = new URL(text);
  try {
    decodeURIComponent(`${username}${password}`);
    return true;
  } catch {
    return false;
  }
}

const zoomHost = z.string().regex(/^[^\s/?#]{1,254}$/u, 'doit être un identifiant ou un courriel').refine((text) => text !== 'me', 'ne peut pas être «\u00a0me\u00a0» avec une application Server-to-Server');

const hosts = z.string().transform((text, context) => {
  try {
    const parsed = z.record(z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/u), zoomHost).safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Said below: the text is not JSON.
  }
  context.addIssue({ code: 'custom', message: 'doit être un objet JSON {"service":"titulaire"}' });
  return z.NEVER;
});

/** `Name <address>` or a bare address. */
const sender = z.string().transform((text, context) => {
  const match = /^\s*(?:"?([^"<>\r\n]{0,120}?)"?\s*<([^<>\s]+)>|([^<>\s]+))\s*$/u.exec(text);
  const found = match?.[2] ?? match?.[3] ?? '';
  if (emailAddress.safeParse(found).success) return { name: match?.[1]?.trim() ?? '', address: found };
  context.addIssue({ code: 'custom', message: 'doit être une adresse, ou «\u00a0Nom <adresse>\u00a0»' });
  return z.NEVER;
});

const shape = z.object({
  PASSERELLE_PUBLIC_URL: webAddress,
  PASSERELLE_SECRET: z.string().min(32, 'doit compter au moins 32 caractères'),
  PASSERELLE_HOST: z.string().default('127.0.0.1'),
  PASSERELLE_PORT: z.string().regex(/^\d{1,5}$/u, 'doit être un nombre').transform(Number).refine((port) => port <= 65_535, 'doit être au plus 65535').default(8787),
  PASSERELLE_DATABASE: z.string().default('passerelle.sqlite'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'doit être une adresse postgres://…').optional(),
  ZOOM_ACCOUNT_ID: z.string(),
  ZOOM_CLIENT_ID: z.string(),
  ZOOM_CLIENT_SECRET: z.string(),
  ZOOM_HOST_USER_ID: zoomHost.optional(),
  ZOOM_HOSTS: hosts.optional(),
  ZOOM_TOKEN_URL: webAddress.default('https://zoom.us/oauth/token'),
  ZOOM_API_URL: webAddress.default('https://api.zoom.us/v2'),
  ZOOM_WEBHOOK_SECRET: z.string().min(8, 'doit compter au moins 8 caractères').optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'doit être une adresse smtp://… ou smtps://…').refine(hasReadableCredentials, 'a un utilisateur ou un mot de passe dont un «\u00a0%\u00a0» n’est pas écrit «\u00a0%25\u00a0»'),
  MAIL_FROM: sender,
  MAIL_APPROVER: z.string().refine((text) => emailAddress.safeParse(text).success, 'doit être une adresse de courriel'),
  PASSERELLE_RETENTION_DAYS: z.string().regex(/^\d{1,4}$/u, 'doit être un nombre de jours').transform(Number).default(90),
  PASSERELLE_REQUESTS_PER_MINUTE: z.string().regex(/^[1-9]\d{0,8}$/u, 'doit être un nombre').transform(Number).default(600),
  PASSERELLE_STABLE_LINKS: z.enum(['oui', 'non', 'yes', 'no'], 'doit être oui ou non').default('non'),
  ZOOM_REPORTS_URL: webAddress.optional(),
  PASSERELLE_LOG: z.enum(['error', 'warn', 'info', 'silent'], 'doit être error, warn, info ou silent').default('info'),
});

/** @throws {EnvironmentRefused} with one sentence for each variable that is missing or wrong; values are never repeated */
export function readEnvironment(given: Variables): Environment {
  const filled = Object.fromEntries(variables.map(({ name }) => [name, given[name]?.trim()]).filter(([, value]) => value !== undefined && value !== ''));
  const result = shape.safeParse(filled);
  const problems = result.success ? [] : result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return filled[name] === undefined ? `${name} manque\u00a0: ${variables.find((variable) => variable.name === name)?.meaning ?? ''}.` : `${name} ${issue.message}.`;
  });
  if (filled['ZOOM_HOST_USER_ID'] === undefined && filled['ZOOM_HOSTS'] === undefined) {
    problems.push('ZOOM_HOST_USER_ID ou ZOOM_HOSTS manque\u00a0: le titulaire de la licence chez Zoom.');
  }
  if (!result.success || problems.length > 0) throw new EnvironmentRefused([...new Set(problems)]);
  const read = result.data;
  return {
    host: read.PASSERELLE_HOST,
    port: read.PASSERELLE_PORT,
    publicUrl: read.PASSERELLE_PUBLIC_URL.replace(/\/+$/u, ''),
    database: read.DATABASE_URL === undefined ? { kind: 'sqlite', file: read.PASSERELLE_DATABASE } : { kind: 'postgres', url: read.DATABASE_URL },
    secret: read.PASSERELLE_SECRET,
    zoom: {
      accountId: read.ZOOM_ACCOUNT_ID,
      clientId: read.ZOOM_CLIENT_ID,
      clientSecret: read.ZOOM_CLIENT_SECRET,
      tokenUrl: read.ZOOM_TOKEN_URL,
      apiUrl: read.ZOOM_API_URL.replace(/\/+$/u, ''),
      webhookSecret: read.ZOOM_WEBHOOK_SECRET ?? null,
      hosts: { ...(read.ZOOM_HOST_USER_ID === undefined ? {} : { '*': read.ZOOM_HOST_USER_ID }), ...read.ZOOM_HOSTS },
    },
    mail: { smtpUrl: read.SMTP_URL, from: read.MAIL_FROM, approver: read.MAIL_APPROVER },
    retentionDays: read.PASSERELLE_RETENTION_DAYS === 0 ? null : read.PASSERELLE_RETENTION_DAYS,
    logLevel: read.PASSERELLE_LOG,
    requestsPerMinute: read.PASSERELLE_REQUESTS_PER_MINUTE,
    stableLinks: ['oui', 'yes'].includes(read.PASSERELLE_STABLE_LINKS),
    reportsUrl: read.ZOOM_REPORTS_URL ?? null,
  };
}
