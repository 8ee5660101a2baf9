/**
 * Passcodes that every version of Zoom's rules takes: at most 10 characters, from letters and digits that are not
 * mistaken for each other when read aloud, drawn by the machine's cryptographic source (Z13).
 */
import { randomInt } from 'node:crypto';

/** `meeting_password_requirement` of the host's settings (zoom.md § 2.1). */
export interface PasscodePolicy {
  length: number;
  have_special_character: boolean;
  only_allow_numeric: boolean;
  /** 0, or the shortest run such as `abcd` or `1111` that is refused. */
  consecutive_characters_length: number;
}

export const noPolicy: PasscodePolicy = { length: 0, have_special_character: false, only_allow_numeric: false, consecutive_characters_length: 0 };

const LENGTH = 10;
const SHORTEST_RUN = 4;
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const smalls = 'abcdefghijkmnpqrstuvwxyz';
const digits = '23456789';
const special = '@*_-';

const draw = (from: string): string => from[randomInt(from.length)] ?? '';

function shuffle(characters: string[]): string[] {
  for (let index = characters.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1);
    [characters[index], characters[other]] = [characters[other] ?? '', characters[index] ?? ''];
  }
  return characters;
}

/** The same character, or the next one, `length` times in a row. */
function hasRun(text: string, length: number): boolean {
  return [0, 1].some((step) => {
    let run = 1;
    for (let index = 1; index < text.length; index += 1) {
      run = text.charCodeAt(index) - text.charCodeAt(index - 1) === step ? run + 1 : 1;
      if (run >= length) return true;
    }
    return false;
  });
}

/** @param policy of the account (Z14) @returns 10 characters with a letter of each case and a digit, or 10 digits */
export function createPasscode(policy: PasscodePolicy = noPolicy): string {
  const needed = policy.only_allow_numeric ? [] : [capitals, smalls, digits, ...(policy.have_special_character ? [special] : [])];
  const rest = policy.only_allow_numeric ? '0123456789' : capitals + smalls + digits;
  for (;;) {
    const passcode = shuffle([...needed, ...Array<string>(LENGTH - needed.length).fill(rest)].map(draw)).join('');
    if (!hasRun(passcode, Math.min(policy.consecutive_characters_length || SHORTEST_RUN, SHORTEST_RUN))) return passcode;
  }
}
