/** As bare.ts, on PostgreSQL: one connection, the rows of one turn in one commit. `node bare-postgres.ts URL KEYID SECRET`. */
import pg from 'pg';
import { rowsOf, serve, type Waiting } from './bare-parts.ts';

const [, , url = '', keyId = '', secret = ''] = process.argv;
const client = new pg.Client({ connectionString: url });
await client.connect();

async function insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, place) => `$${place + 1}`).join(', ')})`;
  await client.query({ name: table, text, values: Object.values(row) });
}

let gathered: Waiting[] = [];
let isWriting = false;

async function flush(): Promise<void> {
  isWriting = true;
  while (gathered.length > 0) {
    const batch = gathered;
    gathered = [];
    await client.query('begin');
    const answers: string[] = [];
    for (const waiting of batch) {
      const { answer, booking, audit, submission } = rowsOf(waiting, keyId);
      await insert('bookings', booking);
      await insert('audit', audit);
      await insert('submissions', submission);
      answers.push(answer);
    }
    await client.query('commit');
    for (const [index, { answer }] of batch.entries()) answer(202, answers[index] as string);
  }
  isWriting = false;
}

serve(keyId, secret, (waiting) => {
  gathered.push(waiting);
  if (gathered.length === 1 && !isWriting) setImmediate(() => void flush());
});
