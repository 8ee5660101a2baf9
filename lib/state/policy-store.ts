/** What the browser says an organisation has fixed (`storage.managed`); nothing where there is no policy. */
import { browser } from 'wxt/browser';
import { readPolicy, type Policy } from '../policy/policy.ts';

/** What the browser said last, on this device: a browser that has just started may take seconds to say it again. */
export const LAST_POLICY_KEY = 'policy.last';
/** Nobody waits longer than this for a browser that is still starting (measured in Chromium: three seconds). */
const PATIENCE_MILLISECONDS = 150;

/** Null where there is none: Chromium then says `{}`, Firefox refuses to answer at all. */
const ask = async (): Promise<unknown> => {
  try {
    const said = await browser.storage.managed.get(null);
    return Object.keys(said).length === 0 ? null : said;
  } catch {
    return null;
  }
};

const lastSaid = async (): Promise<unknown> => (await browser.storage.local.get(LAST_POLICY_KEY))[LAST_POLICY_KEY];

/** Written only when it changed; whoever watches the policy or the settings then hears of it. */
async function remember(said: unknown, before: unknown): Promise<void> {
  if (JSON.stringify(said) !== JSON.stringify(before ?? null)) await browser.storage.local.set({ [LAST_POLICY_KEY]: said });
}

/** What the browser itself says, however long it takes: for what is done once and cannot be taken back. Never throws. */
export const saidPolicy = async (): Promise<Policy> => readPolicy(await ask());

/**
 * The policy in force; while the browser is still starting, the one that it told last. Never throws.
 * @param last what stands under {@link LAST_POLICY_KEY}, for who asks the same store for more
 */
export async function loadPolicy(last: () => Promise<unknown> = lastSaid): Promise<Policy> {
  const asked = ask();
  const inTime = asked.then((said) => ({ said }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MILLISECONDS);
  });
  const answer = await Promise.race([inTime, late]);
  clearTimeout(timer);
  // A store that is full costs a later start its head start, no more.
  void asked.then(async (said) => remember(said, await last())).catch(() => undefined);
  return readPolicy(answer === null ? await last() : answer.said);
}

/** Whether a change of the browser's stores may have changed the policy. */
export const isPolicyChange = (changes: Record<string, unknown>, area: string): boolean => area === 'managed' || (area === 'local' && LAST_POLICY_KEY in changes);
