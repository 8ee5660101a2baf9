import type { RawBuilder } from 'kysely';

export type Statement = RawBuilder<unknown>;

/** One step of the schema, forward only. Same numbers for both databases; never changed once released. */
export interface Migration {
  number: number;
  sqlite(): Statement[];
  postgres(): Statement[];
}
