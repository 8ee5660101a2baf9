/** One signing key in IndexedDB, the only store that can hold a key nobody can read out. */
import type { SigningKey } from '../contract/signature.ts';

export interface KeySafe {
  put(key: SigningKey): Promise<void>;
  get(): Promise<SigningKey | null>;
  clear(): Promise<void>;
}

const DATABASE = 'passerelle';
const STORE = 'keys';
const PERSON = 'person';

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

const isSigningKey = (value: unknown): value is SigningKey =>
  typeof value === 'object' && value !== null && 'key' in value && value.key instanceof CryptoKey && 'id' in value && 'kind' in value;

export const keySafe: KeySafe = {
  put: async (key) => {
    await within('readwrite', (store) => store.put(key, PERSON));
  },
  get: async () => {
    const value: unknown = await within('readonly', (store) => store.get(PERSON) as IDBRequest<unknown>);
    return isSigningKey(value) ? value : null;
  },
  clear: () => within('readwrite', (store) => store.delete(PERSON)),
};
