/** Puts an invitation on the clipboard as text and as HTML, so that a mail keeps its form and a chat its words. */
import type { Conference } from '../../lib/contract/answer.ts';

/** @throws {DOMException} when the browser does not let us */
export async function copyInvitation({ text, html }: Conference['invitation']): Promise<void> {
  if (typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(text);
    return;
  }
  const item = new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  });
  await navigator.clipboard.write([item]);
}
