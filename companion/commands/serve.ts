import { startCompanion } from '../server.ts';
import type { Command } from './command.ts';

/** Serves until SIGINT or SIGTERM, then stops gracefully. */
export const runServe: Command = async ({ environment, print }) => {
  const companion = await startCompanion(environment);
  print(`Le compagnon écoute sur ${companion.url} (Ctrl+C pour arrêter).`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await companion.close();
  return 0;
};
