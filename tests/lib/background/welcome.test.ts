import { fakeBrowser, resetBrowser } from '../browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { welcome } from '../../../lib/background/welcome.ts';

let tell: (said: unknown) => void;
let create: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers();
  const said = new Promise<unknown>((resolve) => { tell = resolve; });
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(() => said as Promise<Record<string, unknown>>);
  create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('U11 the welcome page', () => {
  it('U13 waits for what the organisation says, though the browser takes three seconds to tell, and stays away when told so', async () => {
    const welcomed = welcome('install');
    await vi.advanceTimersByTimeAsync(3000);
    tell({ skipWelcome: true });
    await welcomed;
    expect(create).not.toHaveBeenCalled();
  });

  it('opens on installation where no policy says otherwise', async () => {
    tell({});
    await welcome('install');
    expect(create).toHaveBeenCalledWith({ url: expect.stringMatching(/welcome\.html$/u) as string });
  });

  it('opens for no update', async () => {
    tell({});
    await welcome('update');
    expect(create).not.toHaveBeenCalled();
  });
});
