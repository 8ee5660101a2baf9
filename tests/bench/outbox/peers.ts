/** The libraries for PostgreSQL, each in its own way of taking jobs one by one, with as many at a time. */
import { loadPeer } from '../peers.ts';
import { AT_ONCE, drainWith, PAYLOAD, type Queue } from './job.ts';

interface PgBossModule {
  PgBoss: new (options: { connectionString: string; max: number; supervise: boolean; schedule: boolean }) => {
    on(event: 'error', listener: (error: Error) => void): void;
    start(): Promise<unknown>;
    stop(options: { graceful: boolean }): Promise<void>;
    createQueue(name: string): Promise<void>;
    insert(name: string, jobs: { data: object }[]): Promise<unknown>;
    fetch(name: string, options: { batchSize: number }): Promise<{ id: string }[]>;
    complete(name: string, id: string): Promise<unknown>;
  };
}

const QUEUE = 'bench';

export async function openPgBoss(url: string): Promise<Queue> {
  const { PgBoss } = await loadPeer<PgBossModule>('pg-boss');
  const boss = new PgBoss({ connectionString: url, max: AT_ONCE, supervise: false, schedule: false });
  boss.on('error', (error) => console.error(error.message));
  await boss.start();
  await boss.createQueue(QUEUE);
  return {
    close: () => boss.stop({ graceful: false }),
    async fill(count) {
      for (let left = count; left > 0; left -= 500) await boss.insert(QUEUE, Array.from({ length: Math.min(500, left) }, () => ({ data: PAYLOAD })));
    },
    drain: () => drainWith(AT_ONCE, async () => {
      const [job] = await boss.fetch(QUEUE, { batchSize: 1 });
      if (job !== undefined) await boss.complete(QUEUE, job.id);
      return job !== undefined;
    }),
  };
}

interface GraphileClient {
  query(text: string, values: unknown[]): Promise<unknown>;
}

interface GraphileUtilities {
  migrate(): Promise<void>;
  withPgClient<T>(work: (client: GraphileClient) => Promise<T>): Promise<T>;
  release(): Promise<void>;
}

interface GraphileOptions {
  connectionString: string;
  concurrency: number;
  maxPoolSize: number;
  pollInterval: number;
  noHandleSignals: boolean;
  logger: object;
  taskList: Record<string, () => Promise<void>>;
}

interface GraphileModule {
  Logger: new (factory: () => () => void) => object;
  makeWorkerUtils(options: { connectionString: string; logger: object }): Promise<GraphileUtilities>;
  run(options: GraphileOptions): Promise<{ stop(): Promise<void> }>;
}

/** Its pool takes the jobs by itself: it is over once as many were done as were put there. */
export async function openGraphile(url: string): Promise<Queue> {
  const { Logger, makeWorkerUtils, run } = await loadPeer<GraphileModule>('graphile-worker');
  const logger = new Logger(() => () => undefined);
  const utils = await makeWorkerUtils({ connectionString: url, logger });
  await utils.migrate();
  let expected = 0;
  return {
    close: () => utils.release(),
    async fill(count) {
      expected = count;
      await utils.withPgClient((client) => client.query(`select graphile_worker.add_job('${QUEUE}', $1::json) from generate_series(1, $2::int)`, [JSON.stringify(PAYLOAD), count]));
    },
    async drain() {
      let done = 0;
      let tell = (): void => undefined;
      const all = new Promise<void>((resolve) => {
        tell = resolve;
      });
      const work = (): Promise<void> => {
        done += 1;
        if (done === expected) tell();
        return Promise.resolve();
      };
      const pool = await run({
        connectionString: url, concurrency: AT_ONCE, maxPoolSize: AT_ONCE, pollInterval: 100, noHandleSignals: true, logger,
        taskList: { [QUEUE]: work },
      });
      await all;
      // The last ones are noted as done before it has stopped.
      await pool.stop();
      return done;
    },
  };
}
