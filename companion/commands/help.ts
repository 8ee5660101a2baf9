import { variables } from '../environment.ts';

const marks = { yes: 'obligatoire', no: 'facultatif', either: 'l’un ou l’autre' } as const;

/** What `--help` prints: the commands, and every variable. */
export function help(): string {
  const width = Math.max(...variables.map(({ name }) => name.length));
  const lines = variables.map(({ name, needed, meaning, standard }) => `  ${name.padEnd(width)}  ${marks[needed]} · ${meaning}${standard === undefined ? '' : ` (par défaut : ${standard})`}`);
  return [
    'Compagnon de Passerelle',
    '',
    'npm run companion                              démarre le compagnon («\u00a0serve\u00a0»)',
    'npm run companion -- keys add --name NOM --role RÔLE [--email COURRIEL] [--establishment ID]',
    '                                               crée la clé d’une personne\u00a0; rôles\u00a0: representative, approver, host, admin',
    'npm run companion -- keys enrol --name NOM --role RÔLE … | keys enrol ID',
    '                                               donne un code à usage unique\u00a0: la clé est faite dans le navigateur de la personne',
    'npm run companion -- keys list                 montre les clés, sans leurs secrets',
    'npm run companion -- keys rotate ID            donne un nouveau secret\u00a0; l’ancien vaut encore 24 heures',
    'npm run companion -- keys revoke ID            retire une clé tout de suite',
    'npm run companion -- check                     vérifie base, courriel, horloge et Zoom, une phrase chacun',
    'npm run companion -- export --person COURRIEL | --from AAAA-MM-JJ [--to AAAA-MM-JJ]',
    '                                               tout ce qui est gardé d’une personne ou d’une période, en JSON',
    'npm run companion -- purge [--before AAAA-MM-JJ]',
    '                                               efface les renseignements personnels de ce qui est passé',
    'npm run companion -- backup FICHIER            copie la base SQLite, même pendant le service',
    'npm run companion -- restore FICHIER           remet une sauvegarde vérifiée\u00a0; le compagnon doit être arrêté',
    'npm run companion -- replay [ID]               montre ce qui a échoué pour de bon, ou le remet au travail',
    'npm run companion -- usage --service ID [--period month|quarter|fiscalYear|calendarYear] [--at AAAA-MM-JJ] [--file FICHIER]',
    '                                               l’utilisation du service\u00a0: une adresse à ouvrir dans les 15 minutes, ou un fichier à imprimer',
    'npm run companion -- rooms add --service ID --meeting NUMÉRO --link https://… [--passcode CODE] [--approval]',
    '                                               la salle permanente que les réservations d’un service se partagent',
    'npm run companion -- rooms list | rooms remove SERVICE',
    '                                               montre les salles, ou n’en attribue plus à un service',
    'npm run companion -- rooms reopen RÉSERVATION  laisse montrer une fois de plus la clé d’hôte d’un créneau',
    'npm run companion -- webhooks add https://… | webhooks list | webhooks remove ID',
    '                                               les programmes avertis des réservations (Make, n8n, Power Automate)',
    'npm run companion -- welcome --name NOM --email COURRIEL [--establishment NOM] [--language fr|en]',
    '                                               envoie la procédure à une personne désignée',
    '',
    'Variables d’environnement\u00a0:',
    ...lines,
  ].join('\n');
}
