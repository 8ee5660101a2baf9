/** Several processes on one PostgreSQL, each with its share of the connections. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type Postgres } from '../../companion/support/postgres.ts';
import { interleave, type Contender, type Measure, type Table } from '../bench.ts';
import { askAsFastAsAnswered } from './load.ts';
import { addKey, startBareOnPostgres, startOursOnPostgres, type Server } from './servers.ts';
import { writeRequests, type Key } from './signed.ts';

const PROCESSES = [1, 2, 4] as const;
const CONNECTIONS = 48;
const SECONDS = 2;
/** More than any of them answers here. */
const REQUESTS_PER_SECOND = 6000;
const measures: readonly Measure[] = [
  { name: 'answered', unit: '/s', better: 'higher' }, { name: 'median', unit: 'ms', better: 'lower' }, { name: 'p99', unit: 'ms', better: 'lower' }, { name: 'processor, each', unit: 'µs', better: 'lower' },
];
const kinds = [
  { name: 'ours', role: 'ours', start: startOursOnPostgres },
  { name: 'bare node:http, the same rows, group commit', role: 'peer', start: startBareOnPostgres },
] as const;

interface Running {
  key: Key;
  servers: Server[];
  folder: string;
  /** The next booking that they were never told of. */
  next: number;
}

async function turn(running: Running, seconds = SECONDS): Promise<Record<string, number>> {
  const { key, servers, folder } = running;
  const count = Math.ceil((seconds * REQUESTS_PER_SECOND) / servers.length) * 2;
  const files = servers.map((_, place) => join(folder, `requests-${place}`));
  for (const file of files) {
    await writeRequests(file, key, { first: running.next, count, now: Date.now() });
    running.next += count;
  }
  const processor = (): number => servers.reduce((sum, server) => sum + server.processorTime(), 0);
  const before = processor();
  const load = { connections: CONNECTIONS / servers.length, seconds };
  const said = await Promise.all(servers.map(({ url }, place) => askAsFastAsAnswered(url, files[place] as string, load)));
  const requests = said.reduce((sum, one) => sum + one.requests, 0);
  return {
    answered: said.reduce((sum, { perSecond }) => sum + perSecond, 0),
    median: Math.max(...said.map(({ median }) => median)), p99: Math.max(...said.map(({ p99 }) => p99)),
    'processor, each': ((processor() - before) * 1000) / requests,
  };
}

async function tableOf(postgres: Postgres, processes: number, rounds: number): Promise<Table> {
  const all: Running[] = [];
  try {
    const contenders: Contender[] = [];
    for (const { name, role, start } of kinds) {
      const url = await postgres.create();
      const running: Running = { key: await addKey({ kind: 'postgres', url }), servers: [], folder: mkdtempSync(join(tmpdir(), 'passerelle-bench-')), next: 0 };
      all.push(running);
      for (let place = 0; place < processes; place += 1) running.servers.push(await start(url, running.key));
      contenders.push({ name, role, turn: () => turn(running) });
    }
    // A server runs for weeks: the code of each process is to be compiled, however small its share.
    for (const running of all) await turn(running, SECONDS * processes);
    const results = await interleave(contenders, rounds);
    return {
      title: `Submissions, ${processes === 1 ? 'one process' : `${processes} processes`} on one PostgreSQL, ${CONNECTIONS} connections`, measures, results,
      note: 'The database, its processes, the servers and the senders share the two cores. Processor: of the servers alone. Median and p99 are those of the slowest process. The bare one has one connection for each process, as ours uses one at a time for what comes in; it takes no lock and looks for nothing, and sends a statement for each of an event’s three rows. Ours sends those of one commit together (companion/ledger/together.ts): its eight statements between begin and commit are the same for one new booking and for fifty, three of them rows, four of them looks at what is known of identifier, number, hours and programs to be told, and one lock; whose key it is, is asked besides, once for all who come while the former question is on its way. The more a commit gathers, the less each costs: with more processes on as many connections, each gathers less. Of what one of four takes of the processor, by profiles of all four on a busy machine (2026-11-23): a third is asking the database, more than half of it the system’s own call that writes a statement to the socket, and a twentieth reading its answers; a tenth is answering whoever asked, likewise mostly one system call; a fourteenth reading the event and seeing that it is right; a twentieth whose key it is; a twenty-fifth the name of a booking before its number is known. They waited two fifths of the time for the database, which has the same two cores.',
    };
  } finally {
    for (const { servers, folder } of all) {
      for (const server of servers) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

export async function togetherTables(rounds: number, say: (sentence: string) => void): Promise<Table[]> {
  const postgres = await startPostgres();
  try {
    const tables: Table[] = [];
    for (const processes of PROCESSES) {
      say(`${processes} on one PostgreSQL`);
      tables.push(await tableOf(postgres, processes, rounds));
    }
    return tables;
  } finally {
    await postgres.close();
  }
}
