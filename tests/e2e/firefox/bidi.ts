/** What puppeteer does not say of Firefox, asked over its own WebDriver BiDi connection. */
import type { Browser, Page } from 'puppeteer-core';

export interface Context {
  context: string;
  url: string;
}

interface Connection {
  send(method: 'browsingContext.getTree', parameters: object): Promise<{ result: { contexts: Context[] } }>;
  send(method: 'script.evaluate', parameters: object): Promise<{ result: { type: string; exceptionDetails?: { text: string } } }>;
  emit(event: string, information: object): void;
}

const connectionOf = (browser: Browser): Connection => (browser as unknown as { connection: Connection }).connection;

/** Every tab there is. */
export const contexts = async (browser: Browser): Promise<Context[]> => (await connectionOf(browser).send('browsingContext.getTree', {})).result.contexts;

/** Makes a tab known that Firefox did not announce. */
export async function adopt(browser: Browser, context: Context): Promise<Page> {
  const known = new Set(await browser.pages());
  connectionOf(browser).emit('browsingContext.contextCreated', { ...context, parent: null });
  const opened = (await browser.pages()).find((page) => !known.has(page));
  if (opened === undefined) throw new Error(`The tab ${context.url} was not taken over.`);
  return opened;
}

/** Firefox ends an event page when it pleases; here it is ended at the worst moment, from the browser's own room. */
export async function stopBackground(browser: Browser, extension: string): Promise<void> {
  const connection = connectionOf(browser);
  const [room] = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result.contexts;
  if (room === undefined) throw new Error('Firefox shows no window of its own.');
  const { result } = await connection.send('script.evaluate', {
    target: { context: room.context },
    expression: `WebExtensionPolicy.getByID(${JSON.stringify(extension)}).extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
    awaitPromise: true,
  });
  if (result.type === 'exception') throw new Error(`The background did not end: ${result.exceptionDetails?.text}`);
}
