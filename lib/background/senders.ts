/**
 * Who sent a message. A content script is as trustworthy as its page; our own pages are ours only when no
 * site frames them. Pure: the browser's word on the sender is all that counts, never the message's.
 */
import { portalOfAddress } from '../state/portal-of.ts';
import type { PortalSetting } from '../state/settings.ts';

/** What a browser says of a sender; the parts that we use. */
export interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; url?: string | undefined; incognito?: boolean | undefined } | undefined;
}

export type Sender =
  | { kind: 'page' }
  /** `isPrivate`: the tab stands in a private window. */
  | { kind: 'content'; portal: PortalSetting; address: string; tabId: number; isPrivate: boolean }
  | { kind: 'other' };

const other: Sender = { kind: 'other' };

const originOf = (address: string | undefined): string | null => {
  try {
    return address === undefined ? null : new URL(address).origin;
  } catch {
    return null;
  }
};

/** A frame inside a page may speak only when the whole tab is the portal's. */
const isOwnFrame = (sender: MessageSender, origin: string): boolean => sender.frameId === 0 || originOf(sender.tab?.url) === origin;

/**
 * @param own the extension's identifier and its pages' base address (`chrome-extension://…/`)
 * @param portals the settings in force
 */
export function toSender(sender: MessageSender, own: { id: string; base: string }, portals: readonly PortalSetting[]): Sender {
  if (sender.id !== own.id || sender.url === undefined) return other;
  if (sender.url.startsWith(own.base)) {
    // In a tab, our page must be the tab itself: inside a frame, some site is around it.
    return sender.tab === undefined || sender.frameId === 0 ? { kind: 'page' } : other;
  }
  const origin = originOf(sender.url);
  if (sender.tab?.id === undefined || origin === null || (sender.origin !== undefined && sender.origin !== origin)) return other;
  const portal = portalOfAddress(sender.url, portals);
  if (portal === null || !isOwnFrame(sender, origin)) return other;
  return { kind: 'content', portal, address: sender.url, tabId: sender.tab.id, isPrivate: sender.tab.incognito === true };
}
