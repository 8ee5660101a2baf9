/**
 * Statements of the hot path that several submissions of one transaction share. PostgreSQL is another process: to send a
 * statement, to run and to answer it costs both far more than its rows do. So what is asked for in one turn of the event
 * loop goes in one statement. Only inside a transaction, where a statement that fails takes all the others with it anyway.
 * SQLite, which answers before the call returns, is asked by each for himself; whoever is alone, too.
 */
import { sql } from 'kysely';
import type { Expression, Insertable, QueryResult, SelectQueryBuilder } from 'kysely';
import { answersAtOnce, compiled } from './compiled.ts';
import type { Queries, Schema } from './schema.ts';

interface Asking<One, Answer> {
  one: One;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * @param ask asks for all of them at once; its answers are in their order
 * @returns asks for one, together with the others of this transaction that ask before the event loop goes on
 */
export function gathered<One, Answer>(
  ask: (transaction: Queries, all: readonly One[]) => Promise<readonly Answer[]>,
): (transaction: Queries, one: One) => Promise<Answer> {
  const gathering = new WeakMap<Queries, Asking<One, Answer>[]>();
  return (transaction, one) => new Promise((resolve, reject) => {
    const others = gathering.get(transaction);
    if (others !== undefined) return void others.push({ one, resolve, reject });
    const all: Asking<One, Answer>[] = [{ one, resolve, reject }];
    gathering.set(transaction, all);
    // Once everybody who was waiting for the last answer has asked what follows from it.
    process.nextTick(() => {
      gathering.delete(transaction);
      ask(transaction, all.map((asking) => asking.one)).then(
        (answers) => all.forEach((asking, place) => asking.resolve(answers[place] as Answer)),
        (error: unknown) => all.forEach((asking) => asking.reject(error)),
      );
    });
  });
}

/** Alone, in a transaction of PostgreSQL's that others share, or at once. */
const isShared = (db: Queries): boolean => db.isTransaction && !answersAtOnce(db);

/**
 * @param build looks for the rows of one text: a value, or the column of a list of them
 * @returns looks for them, under one plan for any number of texts: each is found by the index that finds one
 */
export function lookedUp<Row extends object>(build: (db: Queries, key: Expression<string>) => SelectQueryBuilder<Schema, never, Row>): (db: Queries, key: string) => Promise<Pick<QueryResult<Row>, 'rows'>> {
  const one = compiled<{ key: string }, Row>((db, place) => build(db, place('key') as never));
  const many = compiled<{ keys: readonly string[] }, Row & { asked: string }>((db, place) => ({
    // With an offset, even of none, it stays the look-up of one: the planner would turn it into a search of the whole table while that is small.
    compile: () => sql<Row & { asked: string }>`select asked.key as asked, found.* from unnest(${place('keys')}::text[]) as asked (key) cross join lateral (${build(db, sql.ref('asked.key')).offset(sql.lit(0))}) as found`.compile(db),
  }));
  const together = gathered<string, Pick<QueryResult<Row>, 'rows'>>(async (db, keys) => {
    const [key] = keys;
    if (keys.length === 1 && key !== undefined) return [await one(db, { key })];
    // Sorted: processes that lock the same rows do it in the same order, and never wait for each other in a circle.
    const { rows } = await many(db, { keys: [...new Set(keys)].sort() });
    const found = Map.groupBy(rows, ({ asked }) => asked);
    return keys.map((asked) => ({ rows: found.get(asked) ?? [] }));
  });
  return (db, key) => (isShared(db) ? together(db, key) : one(db, { key }));
}

/** The database takes no half of a pair of surrogates; one value by itself is sent with a sign in its place, a list as well then. */
const wellFormed = <Value>(value: Value): Value | string => (typeof value === 'string' ? value.toWellFormed() : value);

/**
 * @param columns all that are given of a row
 * @returns adds a row
 */
export function added<Table extends keyof Schema & string>(
  table: Table,
  columns: readonly (keyof Schema[Table] & string)[],
): (db: Queries, row: Insertable<Schema[Table]>) => Promise<unknown> {
  type Row = Readonly<Record<string, unknown>>;
  const one = compiled<Row, unknown>((db, place) => db.insertInto(table).values(Object.fromEntries(columns.map((name) => [name, place(name)])) as never));
  const many = compiled<{ rows: string }, unknown>((db, place) => {
    const names = sql.join(columns.map((name) => sql.ref(name)));
    return { compile: () => sql`insert into ${sql.table(table)} (${names}) select ${names} from json_populate_recordset(null::${sql.table(table)}, ${place('rows')})`.compile(db) };
  });
  const together = gathered<Row, unknown>(async (db, rows) => {
    const [row] = rows;
    if (rows.length === 1 && row !== undefined) return [await one(db, row)];
    await many(db, { rows: JSON.stringify(rows.map((each) => Object.fromEntries(columns.map((name) => [name, wellFormed(each[name])])))) });
    return [];
  });
  return (db, row) => (isShared(db) ? together : one)(db, row as Row);
}
