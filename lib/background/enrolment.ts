/**
 * The browser's own key (Ed25519, v1a): made here, its private half cannot be read out by anybody, its public half is
 * enrolled with a one-time code or, to renew it, with the key in force.
 *
 * The pair waits in the safe before anything is sent: when the answer is lost, or the worker dies, the next attempt
 * sends the same public half, which the companion knows again.
 */
import { enrolmentAnswer, type EnrolmentAnswer } from '../contract/enrolment.ts';
import { meAnswer } from '../contract/answer.ts';
import { toBase64 } from '../contract/signature.ts';
import type { CompanionCheck } from '../messages/answers.ts';
import type { KeySafe, NextKey } from '../state/key-safe.ts';
import { keepKey, loadKey } from '../state/keys.ts';
import { inTurn } from '../state/lock.ts';
import { askCompanion, newRequestId, type CompanionAnswer, type CompanionPorts } from './companion.ts';
import { unsettle } from './settled.ts';
import { checkOf, verifyCompanion } from './verify.ts';

/** A code has twelve signs of Crockford's alphabet; those that are mistaken for another are taken for it. @returns null when it is none */
export function readCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[^0-9A-Z]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/u.test(code) ? code : null;
}

/** @returns null when this browser does not know Ed25519 (Chrome before 137) */
async function makePair(purpose: NextKey['purpose']): Promise<NextKey | null> {
  try {
    const { publicKey, privateKey } = (await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])) as CryptoKeyPair;
    return { purpose, publicKey: toBase64(await crypto.subtle.exportKey('raw', publicKey)), key: privateKey };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    throw error;
  }
}

/** The pair that waits for this purpose, or a new one that waits from now on. */
async function nextPair(purpose: NextKey['purpose'], safe: KeySafe): Promise<NextKey | null> {
  const waiting = await safe.getNext();
  if (waiting?.purpose === purpose) return waiting;
  const made = await makePair(purpose);
  if (made !== null) {
    await unsettle();
    await safe.putNext(made);
  }
  return made;
}

async function promote(next: NextKey, keyId: string, now: number, safe: KeySafe): Promise<void> {
  await keepKey({ id: keyId, kind: 'v1a', key: next.key }, now, safe);
  await safe.clearNext();
}

/** Takes a one-time code in and says whose key it made. A code that is refused changes nothing. */
export const enrolWithCode = (text: string, ports: CompanionPorts, safe: KeySafe): Promise<CompanionCheck> =>
  inTurn('enrolment', async () => {
    const code = readCode(text);
    if (code === null) return { ok: false, code: 'codeMalformed' };
    const next = await nextPair('enrol', safe);
    if (next === null) return { ok: false, code: 'tooOldBrowser' };
    const body = JSON.stringify({ code, publicKey: next.publicKey });
    const answer = await askCompanion(ports, { method: 'POST', path: 'v1/enrolments', id: newRequestId(), body, unsigned: true }, enrolmentAnswer);
    if (!answer.ok) return checkOf(answer, ports);
    await promote(next, answer.value.keyId, ports.now(), safe);
    return verifyCompanion(ports);
  });

const sendRenewal = (next: NextKey, ports: CompanionPorts): Promise<CompanionAnswer<EnrolmentAnswer>> =>
  askCompanion(ports, { method: 'POST', path: 'v1/renewals', id: newRequestId(), body: JSON.stringify({ publicKey: next.publicKey }) }, enrolmentAnswer);

/** « Renouveler ma clé »: the former one holds for another day at the companion, then no more. */
export const renewKey = (ports: CompanionPorts, safe: KeySafe): Promise<CompanionCheck> =>
  inTurn('enrolment', async () => {
    if ((await loadKey(safe)) === null) return { ok: false, code: 'noKey' };
    const next = await nextPair('renew', safe);
    if (next === null) return { ok: false, code: 'tooOldBrowser' };
    const answer = await sendRenewal(next, ports);
    if (!answer.ok) return answer.code === 'not_found' ? { ok: false, code: 'tooOldCompanion' } : checkOf(answer, ports);
    await promote(next, answer.value.keyId, ports.now(), safe);
    return verifyCompanion(ports);
  });

/**
 * Ends a renewal whose answer was lost: the companion has taken the new key, or takes it now. Once the former key
 * holds no more, the new one is asked whether it does.
 * @returns whether nothing waits any longer
 */
export const finishRenewal = (ports: CompanionPorts, safe: KeySafe): Promise<boolean> =>
  inTurn('enrolment', async () => {
    const next = await safe.getNext();
    const current = next?.purpose === 'renew' ? await loadKey(safe) : null;
    if (next === null || current === null) return true;
    const end = (keyId: string): Promise<true> => promote(next, keyId, ports.now(), safe).then(() => true as const);
    const answer = await sendRenewal(next, ports);
    if (answer.ok) return end(answer.value.keyId);
    if (answer.problem !== 'keyUnknown') return false;
    const asNext: CompanionPorts = { ...ports, key: () => Promise.resolve({ id: current.id, kind: 'v1a', key: next.key }) };
    const me = await askCompanion(asNext, { method: 'GET', path: 'v1/me', id: newRequestId() }, meAnswer);
    return me.ok && end(me.value.keyId);
  });
