/** What people give on the command line, on a world's database. */
import { spawn } from 'node:child_process';
import { readEnvironment } from '../../../companion/environment.ts';
import { runCheck } from '../../../companion/commands/check.ts';
import type { Command } from '../../../companion/commands/command.ts';
import { runExport, runPurge, runReplay } from '../../../companion/commands/data.ts';
import { runKeys } from '../../../companion/commands/keys.ts';
import type { World } from './world.ts';

export interface Ran {
  status: number | null;
  output: string;
  errors: string;
}

const commands: Readonly<Record<string, Command>> = { check: runCheck, export: runExport, keys: runKeys, purge: runPurge, replay: runReplay };

/**
 * A command in this process, as cli.ts calls it, once the companion is at rest: one thread cannot wait for its own lock.
 * @param more variables beside the world's
 */
export async function callCommand(here: World, [name = '', ...words]: string[], more: Record<string, string> = {}): Promise<Ran> {
  await here.companion.idle();
  const command = commands[name];
  if (command === undefined) throw new Error(`There is no command « ${name} » here.`);
  const output: string[] = [];
  try {
    const status = await command({ environment: readEnvironment({ ...here.variables, ...more }), words, print: (text) => void output.push(`${text}\n`) });
    return { status, output: output.join(''), errors: '' };
  } catch (error) {
    return { status: 1, output: output.join(''), errors: error instanceof Error ? error.message : String(error) };
  }
}

/** The command line itself, in its own process. @param more variables beside the world's */
export function runCommand(here: World, words: string[], more: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['companion/cli.ts', ...words], { env: { PATH: process.env['PATH'], ...here.variables, ...more } });
  const [output, errors]: [string[], string[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => output.push(String(part)));
  child.stderr.on('data', (part: Buffer) => errors.push(String(part)));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output: output.join(''), errors: errors.join('') })));
}
