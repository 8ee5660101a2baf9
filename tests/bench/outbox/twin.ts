/** One of several processes that drain one database: `node twin.ts ours|bare URL`. Says `ready`, begins when told, says how many it did. */
import { once } from 'node:events';
import { openBarePostgres } from './bare.ts';
import { openOurs } from './ours.ts';

const [, , kind, url = ''] = process.argv;
const queue = kind === 'ours' ? await openOurs({ kind: 'postgres', url }) : await openBarePostgres(url);
console.log('ready');
await once(process.stdin, 'data');
console.log(String(await queue.drain()));
await queue.close();
process.stdin.destroy();
