/**
 * Statements of the hot path, compiled once. The query builder writes a statement anew at each call, which takes longer
 * than SQLite needs to run it; here it is written once for each database, by the same builder for both, and only its
 * values change. On SQLite, which answers before the call returns, it does not queue for the connection either; on
 * PostgreSQL, each connection keeps it prepared. It names its columns, so that a newer schema does not alter its answer.
 */
import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Queries } from './schema.ts';

/** Stands in the statement for a value that comes with each call. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

type PlaceOf<Values> = <Name extends keyof Values & string>(name: Name) => Values[Name];

/** A database that answers at once, on its one connection. */
export interface AtOnce {
  isInTransaction(): boolean;
  run(sql: string, parameters: readonly unknown[]): QueryResult<never>;
}

const atOnce = new WeakMap<object, AtOnce>();

/** From now on the compiled statements of this database run without waiting for their turn. */
export function runAtOnce(db: Queries, way: AtOnce): void {
  atOnce.set(db.getExecutor().adapter, way);
}

/** Whether it answers before the call returns. */
export const answersAtOnce = (db: Queries): boolean => atOnce.has(db.getExecutor().adapter);

const names = new Map<string, string>();

/** The name under which a connection may keep a statement prepared; undefined: it is none of these. */
export const nameOf = (sql: string): string | undefined => names.get(sql);

/**
 * @param build writes the statement; `place('name')` stands where the value of that name will be
 * @returns runs it, on a connection or in a transaction
 */
export function compiled<Values extends object, Row>(
  build: (db: Queries, place: PlaceOf<Values>) => Compilable<Row>,
): (db: Queries, values: Values) => Promise<QueryResult<Row>> {
  const written = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, values) => {
    const { adapter } = db.getExecutor();
    let query = written.get(adapter);
    if (query === undefined) {
      query = build(db, (name) => new Place(name) as never).compile();
      written.set(adapter, query);
      names.set(query.sql, names.get(query.sql) ?? `hot_${names.size}`);
    }
    const given = values as Readonly<Record<string, unknown>>;
    const parameters = query.parameters.map((parameter) => (parameter instanceof Place ? given[parameter.name] : parameter));
    const way = atOnce.get(adapter);
    // Inside its own transaction, or while there is none: never in the middle of another's.
    if (way !== undefined && way.isInTransaction() === db.isTransaction) return way.run(query.sql, parameters);
    return db.executeQuery({ ...query, parameters });
  };
}
