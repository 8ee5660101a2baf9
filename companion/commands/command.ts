import type { Environment } from '../environment.ts';

export interface CommandInput {
  environment: Environment;
  /** What follows the command's name. */
  words: readonly string[];
  print(text: string): void;
}

/** @returns the process's exit status; throws an Error whose message is a sentence for a person */
export type Command = (input: CommandInput) => Promise<number>;
