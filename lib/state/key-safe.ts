/** One signing key, and the one that is to follow it, in IndexedDB: the only store that can hold a key nobody can read out. */
import type { SigningKey } from '../contract/signature.ts';

/** A pair of which the companion may know the public half or not: it waits until the companion has answered. */
export interface NextKey {
  purpose: 'enrol' | 'renew';
  /** Base64 of the 32 raw bytes. */
  publicKey: string;
  /** The private half, not extractable. */
  key: CryptoKey;
}

export interface KeySafe {
  put(key: SigningKey): Promise<void>;
  get(): Promise<SigningKey | null>;
  clear(): Promise<void>;
  putNext(key: NextKey): Promise<void>;
  getNext(): Promise<NextKey | null>;
  clearNext(): Promise<void>;
}

const DATABASE = 'passerelle';
const STORE = 'keys';
const PERSON = 'person';
const NEXT = 'next';

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answerOf(request);
}

/** Opens, does one thing and closes: a worker may end at any time and holds nothing open. */
async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
    });
    const [answer] = await Promise.all([answerOf(work(transaction.objectStore(STORE))), done]);
    return answer;
  } finally {
    database.close();
  }
}

const holdsKey = (value: unknown): value is { key: CryptoKey } => typeof value === 'object' && value !== null && 'key' in value && value.key instanceof CryptoKey;
const isSigningKey = (value: unknown): value is SigningKey => holdsKey(value) && 'id' in value && 'kind' in value;
const isNextKey = (value: unknown): value is NextKey => holdsKey(value) && 'publicKey' in value && 'purpose' in value;

const put = async (name: string, value: SigningKey | NextKey): Promise<void> => {
  await within('readwrite', (store) => store.put(value, name));
};
const get = (name: string): Promise<unknown> => within('readonly', (store) => store.get(name) as IDBRequest<unknown>);
const clear = (name: string): Promise<undefined> => within('readwrite', (store) => store.delete(name));

export const keySafe: KeySafe = {
  put: (key) => put(PERSON, key),
  get: async () => {
    const value = await get(PERSON);
    return isSigningKey(value) ? value : null;
  },
  clear: () => clear(PERSON),
  putNext: (key) => put(NEXT, key),
  getNext: async () => {
    const value = await get(NEXT);
    return isNextKey(value) ? value : null;
  },
  clearNext: () => clear(NEXT),
};
