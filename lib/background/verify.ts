/** « Vérifier » and the person's key: what is wrong, in a code that has a sentence (lib/messages.ts). */
import { meAnswer } from '../contract/answer.ts';
import type { CompanionCheck } from '../messages.ts';
import { importPersonKey, keepKey } from '../state/keys.ts';
import type { KeySafe } from '../state/key-safe.ts';
import type { DeliveryProblem } from '../state/outbox-store.ts';
import { askCompanion, type CompanionPorts } from './companion.ts';

const codes: Partial<Record<DeliveryProblem, CompanionCheck['code']>> = {
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

/** Asks the companion whose key this is. */
export async function verifyCompanion(ports: CompanionPorts): Promise<CompanionCheck> {
  const id = `read_${crypto.randomUUID().replaceAll('-', '')}`;
  const answer = await askCompanion(ports, { method: 'GET', path: 'v1/me', id }, meAnswer);
  if (!answer.ok) return { ok: false, code: codes[answer.problem] ?? 'refused' };
  return { ok: true, code: 'ok', name: answer.value.name, role: answer.value.role };
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
