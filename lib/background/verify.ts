/** « Vérifier » and the person's key: what is wrong, in a code that has a sentence (lib/messages/answers.ts). */
import { meAnswer } from '../contract/answer.ts';
import type { CompanionCheck } from '../messages/answers.ts';
import { clockAheadOf, clockOffsetStore } from '../state/clock-store.ts';
import { importPersonKey, keepKey } from '../state/keys.ts';
import type { KeySafe } from '../state/key-safe.ts';
import type { DeliveryProblem } from '../state/outbox-store.ts';
import { askCompanion, newRequestId, type CompanionFailure, type CompanionPorts } from './companion.ts';

const problems: Partial<Record<DeliveryProblem, CompanionCheck['code']>> = {
  noAddress: 'noAddress',
  noKey: 'noKey',
  unreachable: 'unreachable',
  busy: 'unreachable',
  notCompanion: 'notCompanion',
  tooLarge: 'notCompanion',
  keyUnknown: 'keyUnknown',
  keyRevoked: 'keyRevoked',
  clock: 'clock',
};

/** The companion's own words, where they say more than the problem. */
const words: Record<string, CompanionCheck['code']> = {
  code_unknown: 'codeUnknown',
  code_used: 'codeUsed',
  code_expired: 'codeExpired',
  too_many: 'tooMany',
};

/** How far this post's clock is ahead, when a person should know. */
async function clock(): Promise<Pick<CompanionCheck, 'ahead'>> {
  const ahead = clockAheadOf(await clockOffsetStore.load());
  return ahead === null ? {} : { ahead };
}

/** How long a stranger may take to show that it is there, in milliseconds. */
const PROBE = 5_000;

/**
 * Whether anything answers at the companion's address. A browser hides from us what a server says that is not made
 * for us (CORS): an intranet's page and a dead machine look alike until one asks without wanting to read.
 */
async function isAnybodyThere(ports: CompanionPorts): Promise<boolean> {
  const address = await ports.address();
  if (address === null) return false;
  const request = { mode: 'no-cors', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PROBE) } as const;
  return ports.fetch(address, request).then(() => true, () => false);
}

/** What a failure is called to the person. */
export async function checkOf({ code, problem }: CompanionFailure, ports: CompanionPorts): Promise<CompanionCheck> {
  const found = words[code ?? ''] ?? problems[problem] ?? 'refused';
  const isStranger = problem === 'unreachable' && (await isAnybodyThere(ports));
  return { ok: false, code: isStranger ? 'notCompanion' : found, ...(await clock()) };
}

/** Asks the companion whose key this is. */
export async function verifyCompanion(ports: CompanionPorts): Promise<CompanionCheck> {
  const answer = await askCompanion(ports, { method: 'GET', path: 'v1/me', id: newRequestId() }, meAnswer);
  if (!answer.ok) return checkOf(answer, ports);
  return { ok: true, code: 'ok', name: answer.value.name, role: answer.value.role, ...(await clock()) };
}

/** Takes a pasted key, keeps it, and says whether the companion knows it. A malformed one changes nothing. */
export async function takeKey(text: string, ports: CompanionPorts, safe: KeySafe): Promise<CompanionCheck> {
  try {
    await keepKey(await importPersonKey(text), ports.now(), safe);
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, code: 'keyMalformed' };
    throw error;
  }
  return verifyCompanion(ports);
}
