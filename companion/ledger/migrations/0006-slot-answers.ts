import { sql } from 'kysely';
import type { Migration, Statement } from './migration.ts';

/** What the holder of a slot writes with the answer to « Demander ce créneau » (F05). */
export const slotAnswers: Migration = { number: 6, sqlite: () => statements(), postgres: () => statements() };

const statements = (): Statement[] => [sql`alter table slot_requests add column comment text`];
