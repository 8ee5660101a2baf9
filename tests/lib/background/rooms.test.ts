import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CompanionPorts } from '../../../lib/background/companion.ts';
import { revealHostKey } from '../../../lib/background/rooms.ts';
import { importPersonKey } from '../../../lib/state/keys.ts';
import { NOW, sources } from '../samples.ts';
import { problem, SECRET } from './support.ts';

const key = await importPersonKey(`julie-1:${SECRET}`);
const shown = { hostKey: '482913', number: '98765432101', joinLink: 'https://zoom.exemple.test/j/98765432101', passcode: null, until: new Date(NOW).toISOString() };

let asked: { method: string; path: string; body: unknown }[];
let answer: () => Response;
const ports: CompanionPorts = {
  fetch: (input, init = {}) => {
    const url = new URL(String(input));
    asked.push({ method: init.method ?? 'GET', path: url.pathname + url.search, body: typeof init.body === 'string' ? JSON.parse(init.body) : null });
    return Promise.resolve(answer());
  },
  now: () => NOW,
  address: () => Promise.resolve('https://compagnon.exemple.test'),
  key: () => Promise.resolve(key),
};

beforeEach(() => {
  resetBrowser();
  asked = [];
});

describe('S1-05 « Révéler la clé d’hôte »', () => {
  const reveal = (despite = false) => revealHostKey(ports, 'iris:105163', despite, sources());

  it('S1-05 hands the key to whoever asked, and keeps it in no store', async () => {
    answer = () => Response.json(shown);
    expect(await reveal()).toEqual({ ok: true, shown });
    expect(asked).toEqual([{ method: 'POST', path: '/v1/bookings/iris%3A105163/host-key', body: { despite: false } }]);
    expect(JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()])).not.toContain('482913');
  });

  it.each([
    [409, 'too_early', 'tooEarly'],
    [409, 'key_shown', 'keyShown'],
    [409, 'slot_over', 'slotOver'],
    [409, 'room_busy', 'roomBusy'],
    [403, 'forbidden', 'notHolder'],
    [404, 'not_found', 'notFound'],
    [502, 'zoom_silent', 'zoomSilent'],
  ])('S1-05 S1-58 says why not: %i %s is « %s »', async (status, code, expected) => {
    answer = () => problem(status, code);
    expect(await reveal(true)).toEqual({ ok: false, code: expected, detail: `Phrase de ${code}.` });
    expect(asked[0]?.body).toEqual({ despite: true });
  });

  it('S1-05 takes nothing for a key that is none', async () => {
    answer = () => Response.json({ ...shown, hostKey: '<b>1</b>' });
    expect(await reveal()).toMatchObject({ ok: false, code: 'notCompanion' });
  });
});
