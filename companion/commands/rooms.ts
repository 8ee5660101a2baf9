import { parseArgs } from 'node:util';
import { welcomeRequest } from '../../lib/contract/rooms.ts';
import { identifier, webAddress } from '../../lib/contract/primitives.ts';
import { systemClock } from '../clock.ts';
import { licenceOf, OWN_LICENCE } from '../licences.ts';
import { writeAudit } from '../ledger/audit.ts';
import { readBooking } from '../ledger/bookings.ts';
import { openDatabase } from '../ledger/open.ts';
import { listRooms, removeRoom, reopenReveal, saveRoom } from '../ledger/rooms.ts';
import type { Queries } from '../ledger/schema.ts';
import { addWebhook, listWebhooks, stopWebhook } from '../ledger/webhooks.ts';
import { planWelcome } from '../ledger/welcome.ts';
import { createSecrets } from '../secrets.ts';
import { faultOfAddress } from '../webhook-sender.ts';
import type { Command, CommandInput } from './command.ts';

/** Shared rooms, programs that are told, and the welcome mail: they work on the database itself, whether or not the companion is serving. */

async function within(input: CommandInput, work: (db: Queries) => Promise<void>): Promise<number> {
  const database = await openDatabase(input.environment.database);
  try {
    await work(database.db);
    return 0;
  } finally {
    await database.close();
  }
}

async function addRoom({ environment, words, print }: CommandInput, db: Queries): Promise<void> {
  const { values } = parseArgs({ args: words.slice(1), options: { service: { type: 'string' }, meeting: { type: 'string' }, link: { type: 'string' }, passcode: { type: 'string' }, approval: { type: 'boolean' } } });
  const { service = '', meeting = '', link = '' } = values;
  const number = meeting.replace(/[\s-]/gu, '');
  if (!identifier.safeParse(service).success || !/^\d{9,11}$/u.test(number) || !webAddress.safeParse(link).success) throw new Error('rooms add --service ID --meeting NUMÉRO --link https://… [--passcode CODE] [--approval]');
  const holder = licenceOf(environment.zoom.hosts)(service);
  // Its key is changed, so a licence that holds other meetings is no place for a shared room.
  if (holder === null || holder === OWN_LICENCE) throw new Error(`Aucun titulaire n’est configuré pour «\u00a0${service}\u00a0»\u00a0: ajoutez-le à ZOOM_HOSTS.`);
  await saveRoom(db, {
    service_id: service,
    meeting_id: number,
    join_link: link,
    passcode: values.passcode ?? null,
    needs_approval: values.approval === true ? 1 : 0,
    created_at: systemClock.now(),
  });
  print(`La salle ${number} sert maintenant les réservations de «\u00a0${service}\u00a0».`);
}

export const runRooms: Command = (input) =>
  within(input, async (db) => {
    const { words, print } = input;
    const [action, id = ''] = words;
    switch (action) {
      case 'add':
        return addRoom(input, db);
      case 'list':
        for (const room of await listRooms(db)) print([room.service_id, room.meeting_id, room.needs_approval === 1 ? 'avec approbation' : 'sans approbation'].join('\t'));
        return;
      case 'remove':
        if (!(await removeRoom(db, id))) throw new Error('Aucune salle ne sert ce service.');
        print('La salle ne sert plus ce service.');
        return;
      case 'reopen': {
        const record = await readBooking(db, id);
        if (record === null || !(await reopenReveal(db, record.id))) throw new Error('Aucune clé n’a été montrée pour cette réservation.');
        await writeAudit(db, { bookingId: record.id, at: systemClock.now(), actor: 'system', what: 'hostKeyReopened' });
        print('La clé d’hôte de ce créneau peut être montrée une fois de plus, à son demandeur.');
        return;
      }
      default:
        throw new Error('rooms add, rooms list, rooms remove SERVICE ou rooms reopen RÉSERVATION.');
    }
  });

const faults = { address: 'n’est pas une adresse', insecure: 'doit être en https', private: 'doit être une adresse publique' } as const;

export const runWebhooks: Command = (input) =>
  within(input, async (db) => {
    const { environment, words, print } = input;
    const [action, given = ''] = words;
    switch (action) {
      case 'add': {
        const fault = faultOfAddress(given);
        if (fault !== null) throw new Error(`«\u00a0${given}\u00a0» ${faults[fault]}.`);
        const { id, secret } = await addWebhook(db, createSecrets(environment.secret), given, systemClock.now());
        print(`${id} sera averti des réservations. Secret de signature, montré une seule fois\u00a0:\n${secret}`);
        return;
      }
      case 'list':
        for (const webhook of await listWebhooks(db)) print([webhook.id, new URL(webhook.url).host, webhook.stopped_at === null ? 'en vigueur' : 'arrêté'].join('\t'));
        return;
      case 'remove':
        if (!(await stopWebhook(db, given, 'system', systemClock.now()))) throw new Error('Aucun programme averti ne porte cet identifiant.');
        print('Ce programme n’est plus averti.');
        return;
      default:
        throw new Error('webhooks add ADRESSE, webhooks list ou webhooks remove ID.');
    }
  });

export const runWelcome: Command = (input) =>
  within(input, async (db) => {
    const { values } = parseArgs({ args: [...input.words], options: { name: { type: 'string' }, email: { type: 'string' }, establishment: { type: 'string' }, language: { type: 'string' } } });
    const person = welcomeRequest.safeParse({ name: values.name, email: values.email, establishment: values.establishment ?? null, language: values.language ?? 'fr' });
    if (!person.success) throw new Error('welcome --name NOM --email COURRIEL [--establishment NOM] [--language fr|en]');
    await db.transaction().execute((transaction) => planWelcome(transaction, person.data, 'system', systemClock.now()));
    input.print('Le courriel de bienvenue part dans la minute, si le compagnon est en service.');
  });
