/** A row in every table of a schema, whichever it is: what a migration must carry over. */
import type Sqlite from 'better-sqlite3';

export type Filled = Record<string, Record<string, string | number>>;

interface Column {
  name: string;
  type: string;
}

/**
 * Writes one row into each table, those that others refer to first; every column has a value of its own, so that one
 * that is lost or mixed up with another is seen.
 * @param connection of a SQLite file at any schema · @returns what was written, by table
 */
export function fillEveryTable(connection: Sqlite.Database): Filled {
  const tables = connection.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name != 'meta'").pluck().all() as string[];
  const filled: Filled = {};
  const fill = (table: string): void => {
    if (table in filled) return;
    const parents = connection.pragma(`foreign_key_list(${table})`) as { table: string; from: string; to: string }[];
    for (const parent of parents) fill(parent.table);
    const row: Record<string, string | number> = {};
    for (const [place, { name, type }] of (connection.pragma(`table_info(${table})`) as Column[]).entries()) {
      const parent = parents.find(({ from }) => from === name);
      row[name] = parent === undefined ? (type.toLowerCase() === 'text' ? `${table} ${name}` : 1000 + place) : (filled[parent.table]?.[parent.to] ?? '');
    }
    const names = Object.keys(row);
    connection.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(Object.values(row));
    filled[table] = row;
  };
  for (const table of tables) fill(table);
  return filled;
}
