/** Content scripts have no business in the store: they ask for what they need (reliability.md C.2). */
import { browser } from 'wxt/browser';

/** Absent where the browser cannot tell them apart. */
interface Closable {
  setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

/** The browser keeps to it from then on. */
export const closeStores = async (): Promise<void> => (browser.storage.local as Closable).setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
