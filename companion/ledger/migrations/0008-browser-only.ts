import { sql } from 'kysely';
import type { Migration, Statement } from './migration.ts';

/** Whether the guests' posts may not install Zoom (S4-06). Nobody said so of the bookings held until now. */
export const browserOnly: Migration = { number: 8, sqlite: () => statements(), postgres: () => statements() };

const statements = (): Statement[] => [sql`alter table bookings add column browser_only integer not null default 0`];
