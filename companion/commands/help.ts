import { variables } from '../environment.ts';

const marks = { yes: 'obligatoire', no: 'facultatif', either: 'l’un ou l’autre' } as const;

/** What `--help` prints: the commands, and every variable. */
export function help(): string {
  const width = Math.max(...variables.map(({ name }) => name.length));
  const lines = variables.map(({ name, needed, meaning, standard }) => `  ${name.padEnd(width)}  ${marks[needed]} · ${meaning}${standard === undefined ? '' : ` (par défaut : ${standard})`}`);
  return [
    'Compagnon de Passerelle',
    '',
    'npm run companion                              démarre le compagnon (« serve »)',
    'npm run companion -- keys add --name NOM --role RÔLE [--email COURRIEL] [--establishment ID]',
    '                                               crée la clé d’une personne ; rôles : representative, approver, host, admin',
    'npm run companion -- keys list                 montre les clés, sans leurs secrets',
    'npm run companion -- keys rotate ID            donne un nouveau secret ; l’ancien vaut encore 24 heures',
    'npm run companion -- keys revoke ID            retire une clé tout de suite',
    '',
    'Variables d’environnement :',
    ...lines,
  ].join('\n');
}
