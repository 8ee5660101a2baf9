/**
 * `npm run companion -- [serve|check|keys|export|purge|backup|restore|replay|usage|rooms|webhooks|welcome]`: reads the command,
 * and leaves the work to companion/commands.
 */
import { EnvironmentRefused, readEnvironment } from './environment.ts';
import type { Command } from './commands/command.ts';

const data = () => import('./commands/data.ts');
const rooms = () => import('./commands/rooms.ts');

/** Only what the command needs is loaded: whoever serves for weeks carries nothing of the others. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).runServe,
  check: async () => (await import('./commands/check.ts')).runCheck,
  keys: async () => (await import('./commands/keys.ts')).runKeys,
  export: async () => (await data()).runExport,
  purge: async () => (await data()).runPurge,
  backup: async () => (await data()).runBackup,
  restore: async () => (await data()).runRestore,
  replay: async () => (await data()).runReplay,
  usage: async () => (await import('./commands/usage.ts')).runUsage,
  rooms: async () => (await rooms()).runRooms,
  webhooks: async () => (await rooms()).runWebhooks,
  welcome: async () => (await rooms()).runWelcome,
};

/** better-sqlite3 13 ends the process without a word on an older Node (craft.md, section 3). */
const OLDEST_NODE_API = 10;

async function main(given: readonly string[]): Promise<number> {
  const [first, ...rest] = given;
  const print = (text: string) => process.stdout.write(`${text}\n`);
  if (given.includes('--help') || given.includes('-h') || first === 'help') {
    print((await import('./commands/help.ts')).help());
    return 0;
  }
  if (Number(process.versions['napi']) < OLDEST_NODE_API) throw new Error(`Node ${process.versions.node} est trop ancien pour le compagnon\u00a0: il faut Node 22.14 ou plus récent.`);
  const name = first === undefined || first.startsWith('-') ? 'serve' : first;
  const command = commands[name];
  if (command === undefined) throw new Error(`«\u00a0${name}\u00a0» n’est pas une commande. ${Object.keys(commands).join(', ')}\u00a0; --help dit le reste.`);
  return (await command())({ environment: readEnvironment(process.env), words: name === first ? rest : [...given], print });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sentence}\n${error instanceof EnvironmentRefused ? '\n« npm run companion -- --help » les décrit toutes.\n' : ''}`);
  process.exitCode = 1;
}
