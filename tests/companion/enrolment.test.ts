/** The worker's own code enrols and renews its key at the real companion, over HTTP and a database on the disk. */
import { fakeBrowser, resetBrowser } from '../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompanionPorts } from '../../lib/background/companion.ts';
import { enrolWithCode, finishRenewal, readCode, renewKey } from '../../lib/background/enrolment.ts';
import { takeKey, verifyCompanion } from '../../lib/background/verify.ts';
import type { KeySafe } from '../../lib/state/key-safe.ts';
import { keyInfoStore, loadKey } from '../../lib/state/keys.ts';
import { memorySafe } from '../lib/background/support.ts';
import { DAY } from './support/bookings.ts';
import { startWorld, type LedgerTools, type World } from './support/world.ts';

const MARC = { name: 'Marc Pelletier', email: null, role: 'approver', establishmentId: null } as const;
const IN_FORCE = { ok: true, code: 'ok', name: 'Marc Pelletier', role: 'approver' };

let world: World;
let ledger: LedgerTools;
let safe: KeySafe;
let ports: CompanionPorts;

/** The request reaches the companion, and its answer gets lost on the way back. */
const deaf = (): CompanionPorts => ({
  ...ports,
  fetch: async (input, init) => {
    await fetch(input, init);
    throw new TypeError('Failed to fetch');
  },
});
const invite = async (): Promise<string> => (await ledger.invite(MARC)).code;
const enrol = async (): Promise<void> => expect(await enrolWithCode(await invite(), ports, safe)).toEqual(IN_FORCE);
const held = async () => (await safe.get())?.key;

beforeEach(async () => {
  resetBrowser();
  world = await startWorld();
  ledger = await world.openLedger();
  safe = memorySafe();
  ports = { fetch, now: () => world.clock.now(), address: () => Promise.resolve(world.companion.url), key: () => loadKey(safe) };
});
afterEach(async () => {
  await ledger.close();
  await world.close();
});

describe('B 3 a one-time code', () => {
  it('makes a key in this browser, whose private half nobody can read out and no store holds', async () => {
    await enrol();
    const key = await safe.get();
    expect(key).toMatchObject({ kind: 'v1a', key: { extractable: false, type: 'private', algorithm: { name: 'Ed25519' } } });
    await expect(crypto.subtle.exportKey('pkcs8', key?.key as CryptoKey)).rejects.toThrow();
    expect(await keyInfoStore.load()).toEqual({ id: key?.id, added: world.clock.now(), kind: 'v1a' });
    expect(Object.keys({ ...(await fakeBrowser.storage.local.get()), ...(await fakeBrowser.storage.session.get()) })).toEqual(['key']);
  });

  it('is read however a person types it, and the signs that are mistaken for others are taken for them', async () => {
    const code = await invite();
    expect(await enrolWithCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`, ports, safe)).toEqual(IN_FORCE);
    expect(['', 'ABCD-EFGH', 'ABCD-EFGH-JKMN-P', 'ABCD-EFGH-JKMU', 'éàüß'].map(readCode)).toEqual([null, null, null, null, null]);
  });

  it('says apart what is no code, a wrong one, one that was used and one that is too old', async () => {
    expect(await enrolWithCode('pas un code', ports, safe)).toEqual({ ok: false, code: 'codeMalformed' });
    expect(await enrolWithCode('BBBB-BBBB-BBBB', ports, safe)).toEqual({ ok: false, code: 'codeUnknown' });
    const used = await invite();
    const late = await invite();
    const elsewhere = memorySafe();
    expect(await enrolWithCode(used, { ...ports, key: () => elsewhere.get() }, elsewhere)).toEqual(IN_FORCE);
    expect(await enrolWithCode(used, ports, safe)).toEqual({ ok: false, code: 'codeUsed' });
    world.clock.advance(2 * DAY + 1);
    expect(await enrolWithCode(late, ports, safe)).toEqual({ ok: false, code: 'codeExpired' });
    expect(await held()).toBeUndefined();
  });

  it('that was taken while its answer got lost is taken again by the same browser, and by no other', async () => {
    const code = await invite();
    expect(await enrolWithCode(code, deaf(), safe)).toEqual({ ok: false, code: 'unreachable' });
    expect(await enrolWithCode(code, ports, memorySafe())).toEqual({ ok: false, code: 'codeUsed' });
    expect(await enrolWithCode(code, ports, safe)).toEqual(IN_FORCE);
  });

  it('cannot be guessed: after ten tries in a minute the companion asks for patience', async () => {
    const found = [];
    for (let tries = 0; tries < 12; tries += 1) found.push((await enrolWithCode('BBBB-BBBB-BBBB', ports, safe)).code);
    expect(new Set(found.slice(0, 10))).toEqual(new Set(['codeUnknown']));
    expect(found.slice(10)).toEqual(['tooMany', 'tooMany']);
  });

  it('for a companion that is out of reach, or has no address, changes nothing', async () => {
    const code = await invite();
    expect(await enrolWithCode(code, { ...ports, address: () => Promise.resolve(null) }, safe)).toEqual({ ok: false, code: 'noAddress' });
    expect(await enrolWithCode(code, { ...ports, fetch: () => Promise.reject(new TypeError('Failed to fetch')) }, safe)).toEqual({ ok: false, code: 'unreachable' });
    expect(await enrolWithCode(code, ports, safe)).toEqual(IN_FORCE);
  });

  it('works with a clock that is an hour ahead; the person is told', async () => {
    ports = { ...ports, now: () => world.clock.now() + 3_600_000 };
    expect(await enrolWithCode(await invite(), ports, safe)).toEqual({ ...IN_FORCE, ahead: 3_600_000 });
  });

  it('leaves a browser that does not know Ed25519 the pasted key', async () => {
    const code = await invite();
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValueOnce(new DOMException('Unrecognized name.', 'NotSupportedError'));
    expect(await enrolWithCode(code, ports, safe)).toEqual({ ok: false, code: 'tooOldBrowser' });
  });
});

describe('a key that was revoked at the companion', () => {
  it('is told apart, and a new code puts it right', async () => {
    await enrol();
    const id = (await keyInfoStore.load())?.id ?? '';
    await ledger.revoke(id);
    expect(await verifyCompanion(ports)).toEqual({ ok: false, code: 'keyRevoked' });
    expect(await renewKey(ports, safe)).toEqual({ ok: false, code: 'keyRevoked' });
    await enrol();
    expect((await keyInfoStore.load())?.id).not.toBe(id);
  });
});

describe('Z71 « Renouveler ma clé »', () => {
  it('puts a new key in place; the former one holds for a day, then no more', async () => {
    await enrol();
    const former = await safe.get();
    expect(await renewKey(ports, safe)).toEqual(IN_FORCE);
    expect(await held()).not.toBe(former?.key);
    const asFormer = { ...ports, key: () => Promise.resolve(former) };
    expect(await verifyCompanion(asFormer)).toEqual(IN_FORCE);
    world.clock.advance(DAY);
    expect(await verifyCompanion(asFormer)).toEqual({ ok: false, code: 'keyUnknown' });
    expect(await verifyCompanion(ports)).toEqual(IN_FORCE);
  });

  it('makes of a pasted key one that nobody has seen', async () => {
    const { id, secret } = await world.person('approver', MARC);
    expect(await takeKey(`${id}:${secret}`, ports, safe)).toMatchObject({ ok: true });
    expect(await renewKey(ports, safe)).toMatchObject({ ok: true });
    expect(await keyInfoStore.load()).toMatchObject({ id, kind: 'v1a' });
    world.clock.advance(DAY);
    expect(await verifyCompanion(ports)).toMatchObject({ ok: true });
  });

  it('leaves the key of the same person’s other browser in force', async () => {
    await enrol();
    const { id, secret } = await world.person('approver', MARC);
    const other = memorySafe();
    expect(await takeKey(`${id}:${secret}`, { ...ports, key: () => loadKey(other) }, other)).toMatchObject({ ok: true });
    const pasted = await other.get();
    await safe.clear();
    expect(await enrolAgain(id)).toMatchObject({ ok: true });
    expect(await renewKey(ports, safe)).toMatchObject({ ok: true });
    world.clock.advance(DAY);
    expect(await verifyCompanion({ ...ports, key: () => Promise.resolve(pasted) })).toMatchObject({ ok: true });
  });

  it('is refused to a key that was rotated away, so that a stolen one cannot outlive its rotation', async () => {
    const { id, secret } = await world.person('approver', MARC);
    await takeKey(`${id}:${secret}`, ports, safe);
    await ledger.rotate(id);
    expect(await renewKey(ports, safe)).toMatchObject({ ok: false, code: 'keyUnknown' });
    expect(await verifyCompanion(ports)).toMatchObject({ ok: true });
  });

  it.each([['at once', 0], ['after the former key has ceased to hold', DAY + 1]])('whose answer got lost is ended at the worker’s next start, %s', async (_when, later) => {
    await enrol();
    const former = await held();
    expect(await renewKey(deaf(), safe)).toMatchObject({ ok: false, code: 'unreachable' });
    expect(await held()).toBe(former);
    world.clock.advance(later);
    await finishRenewal(ports, safe);
    expect(await held()).not.toBe(former);
    expect(await safe.getNext()).toBeNull();
    expect(await verifyCompanion(ports)).toEqual(IN_FORCE);
  });

  it('whose answer got lost may be asked again by the person: it is the same renewal', async () => {
    await enrol();
    const former = await held();
    expect(await renewKey(deaf(), safe)).toMatchObject({ ok: false, code: 'unreachable' });
    expect(await renewKey(ports, safe)).toEqual(IN_FORCE);
    expect(await held()).not.toBe(former);
    expect(await verifyCompanion(ports)).toEqual(IN_FORCE);
  });

  it('needs a key', async () => {
    expect(await renewKey(ports, safe)).toEqual({ ok: false, code: 'noKey' });
    await finishRenewal(ports, safe);
    expect(await safe.get()).toBeNull();
  });
});

/** A code for a person who has a key already, as `keys enrol --key` gives it. */
async function enrolAgain(keyId: string) {
  const { inviteToEnrol } = await import('../../companion/ledger/enrolment.ts');
  const invited = await inviteToEnrol(ledger.database.db, { keyId }, world.clock.now());
  return enrolWithCode(invited?.code ?? '', ports, safe);
}
