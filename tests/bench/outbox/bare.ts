/** The floor: one table, one statement to take a job and one to finish it; no lanes, no expiry, nobody else's lease to fear. */
import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { AT_ONCE, drainWith, PAYLOAD, type Queue } from './job.ts';

const TABLE = 'id text primary key, payload text not null, run_at bigint not null, lease_token text, done_at bigint';
const INDEX = 'create index if not exists jobs_due on jobs (run_at) where done_at is null and lease_token is null';
const due = (place: string, skip: string): string => `select id from jobs where done_at is null and lease_token is null and run_at <= ${place} order by run_at limit 1 ${skip}`;

export async function openBarePostgres(url: string): Promise<Queue> {
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE });
  // The server is stopped right after the last job: a connection that is still closing then is nobody's trouble.
  pool.on('error', () => undefined);
  await pool.query(`create table if not exists jobs (${TABLE})`);
  await pool.query(INDEX);
  return {
    close: () => pool.end(),
    async fill(count) {
      const now = Date.now();
      await pool.query('insert into jobs (id, payload, run_at) select gen_random_uuid()::text, $1, $2::bigint + place from generate_series(1, $3::int) as place', [JSON.stringify(PAYLOAD), now - count, count]);
    },
    drain: () => drainWith(AT_ONCE, async () => {
      const token = randomUUID();
      const { rows } = await pool.query<{ id: string }>({ name: 'take', text: `update jobs set lease_token = $1 where id = (${due('$2', 'for update skip locked')}) returning *`, values: [token, Date.now()] });
      const [job] = rows;
      if (job === undefined) return false;
      await pool.query({ name: 'finish', text: 'update jobs set done_at = $1, lease_token = null where id = $2 and lease_token = $3', values: [Date.now(), job.id, token] });
      return true;
    }),
  };
}

export function openBareSqlite(file: string): Queue {
  const database = new Sqlite(file);
  for (const setting of ['journal_mode = wal', 'synchronous = full', 'secure_delete = on']) database.pragma(setting);
  database.exec(`create table if not exists jobs (${TABLE})`);
  database.exec(INDEX);
  const add = database.prepare('insert into jobs (id, payload, run_at) values (?, ?, ?)');
  const take = database.prepare<[string, number], { id: string }>(`update jobs set lease_token = ? where id = (${due('?', '')}) returning *`);
  const finish = database.prepare('update jobs set done_at = ?, lease_token = null where id = ? and lease_token = ?');
  return {
    close: () => Promise.resolve(void database.close()),
    fill(count) {
      const now = Date.now();
      database.transaction(() => {
        for (let index = 0; index < count; index += 1) add.run(randomUUID(), JSON.stringify(PAYLOAD), now - count + index);
      })();
      return Promise.resolve();
    },
    drain: () => drainWith(1, () => {
      const token = randomUUID();
      const job = take.get(token, Date.now());
      if (job !== undefined) finish.run(Date.now(), job.id, token);
      return Promise.resolve(job !== undefined);
    }),
  };
}
