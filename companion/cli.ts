/** `npm run companion -- [serve|check|keys|export|purge|backup|restore|replay|usage|rooms|webhooks|welcome]`: reads the command, and leaves the work to companion/commands. */
import { EnvironmentRefused, readEnvironment } from './environment.ts';
import { runCheck } from './commands/check.ts';
import { runBackup, runExport, runPurge, runReplay, runRestore } from './commands/data.ts';
import { help } from './commands/help.ts';
import { runKeys } from './commands/keys.ts';
import { runRooms, runWebhooks, runWelcome } from './commands/rooms.ts';
import { runServe } from './commands/serve.ts';
import { runUsage } from './commands/usage.ts';
import type { Command } from './commands/command.ts';

const commands: Readonly<Record<string, Command>> = {
  serve: runServe, check: runCheck, keys: runKeys, export: runExport, purge: runPurge, backup: runBackup, restore: runRestore, replay: runReplay, usage: runUsage, rooms: runRooms, webhooks: runWebhooks, welcome: runWelcome,
};

/** better-sqlite3 13 ends the process without a word on an older Node (craft.md, section 3). */
const OLDEST_NODE_API = 10;

async function main(given: readonly string[]): Promise<number> {
  const [first, ...rest] = given;
  const print = (text: string) => process.stdout.write(`${text}\n`);
  if (given.includes('--help') || given.includes('-h') || first === 'help') {
    print(help());
    return 0;
  }
  if (Number(process.versions['napi']) < OLDEST_NODE_API) throw new Error(`Node ${process.versions.node} est trop ancien pour le compagnon\u00a0: il faut Node 22.14 ou plus récent.`);
  const name = first === undefined || first.startsWith('-') ? 'serve' : first;
  const command = commands[name];
  if (command === undefined) throw new Error(`«\u00a0${name}\u00a0» n’est pas une commande. ${Object.keys(commands).join(', ')}\u00a0; --help dit le reste.`);
  return command({ environment: readEnvironment(process.env), words: name === first ? rest : [...given], print });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sentence}\n${error instanceof EnvironmentRefused ? '\n« npm run companion -- --help » les décrit toutes.\n' : ''}`);
  process.exitCode = 1;
}
