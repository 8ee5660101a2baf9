import { parseArgs } from 'node:util';
import { roles } from '../../lib/contract/answer.ts';
import type { Role } from '../../lib/contract/answer.ts';
import { emailAddress, identifier, line } from '../../lib/contract/primitives.ts';
import { systemClock } from '../clock.ts';
import { inviteToEnrol } from '../ledger/enrolment.ts';
import { openDatabase } from '../ledger/open.ts';
import { addPerson, listKeys, revokeKey, rotateKey } from '../ledger/people.ts';
import type { NewPerson } from '../ledger/people.ts';
import { createSecrets } from '../secrets.ts';
import type { Command } from './command.ts';

/** Keys of people: works on the database itself, whether or not the companion is serving. */
export const runKeys: Command = async ({ environment, words, print }) => {
  const [action, ...rest] = words;
  const database = await openDatabase(environment.database);
  const secrets = createSecrets(environment.secret);
  const now = systemClock.now();
  try {
    switch (action) {
      case 'add': {
        const { id, secret } = await addPerson(database.db, secrets, readPerson(rest), now);
        print(`Clé à coller dans les options de l’extension (montrée une seule fois)\u00a0:\n${id}:${secret}`);
        return 0;
      }
      case 'enrol': {
        const invited = await inviteToEnrol(database.db, rest[0]?.startsWith('-') === false ? { keyId: rest[0] } : readPerson(rest), now);
        if (invited === null) throw new Error('Aucune clé en vigueur ne porte cet identifiant.');
        print(`Code à usage unique, valable deux jours, à entrer dans les options de l’extension\u00a0:\n${invited.code}`);
        return 0;
      }
      case 'list':
        for (const key of await listKeys(database.db)) {
          print([key.id, key.role, key.name, key.email ?? '—', key.establishment_id ?? '—', key.revoked_at === null ? 'en vigueur' : 'retirée'].join('\t'));
        }
        return 0;
      case 'rotate': {
        const secret = await rotateKey(database.db, secrets, rest[0] ?? '', now);
        if (secret === null) throw new Error('Aucune clé en vigueur ne porte cet identifiant.');
        print(`Nouveau secret (montré une seule fois\u00a0; l’ancien vaut encore 24 heures)\u00a0:\n${rest[0]}:${secret}`);
        return 0;
      }
      case 'revoke':
        if (!(await revokeKey(database.db, rest[0] ?? '', now))) throw new Error('Aucune clé en vigueur ne porte cet identifiant.');
        print('La clé est retirée.');
        return 0;
      default:
        throw new Error('keys add, keys enrol, keys list, keys rotate ID ou keys revoke ID.');
    }
  } finally {
    await database.close();
  }
};

function readPerson(words: readonly string[]): NewPerson {
  const { values } = parseArgs({
    args: [...words],
    options: { name: { type: 'string' }, role: { type: 'string' }, email: { type: 'string' }, establishment: { type: 'string' } },
  });
  const { name, role, email, establishment } = values;
  const faults = [
    ...(line(200).safeParse(name).success ? [] : ['--name\u00a0: le nom de la personne']),
    ...(roles.some((known) => known === role) ? [] : [`--role\u00a0: ${roles.join(', ')}`]),
    ...(email === undefined || emailAddress.safeParse(email).success ? [] : ['--email\u00a0: une adresse de courriel']),
    ...(establishment === undefined || identifier.safeParse(establishment).success ? [] : ['--establishment\u00a0: l’identifiant d’un établissement']),
  ];
  if (faults.length > 0) throw new Error(`Il manque, ou il faut corriger\u00a0:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return { name: name ?? '', role: role as Role, email: email ?? null, establishmentId: establishment ?? null };
}
