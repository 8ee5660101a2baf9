/** F10, S2-12: the stable link. */
import { describe, expect, it } from 'vitest';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { book, linkIn, MINUTE, ROOM_LINK, SLOT, startRoom } from './support/rooms.ts';
import { startOwnWorld } from './support/own-world.ts';
import type { Client, World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
async function scheduled(variables: Record<string, string> = { PASSERELLE_STABLE_LINKS: 'oui' }): Promise<{ here: World; approver: Client; address: string }> {
  const here = await startOwnWorld({ variables });
  const approver = await here.person('approver');
  await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
  await here.companion.idle();
  return { here, approver, address: linkIn(here.mailbox.messages()[0]?.text ?? '', 'r') };
}
const go = (address: string) => fetch(address, { redirect: 'manual' });

describe('the stable link', () => {
  it('S2-12 F10 stands in the mail, the invitation and the calendar instead of Zoom’s, in 96 bits', async () => {
    const { here, approver, address } = await scheduled();
    expect(address).toMatch(/\/r\/[\w-]{16}$/u);
    const [mail] = here.mailbox.messages();
    expect(JSON.stringify(mail)).not.toContain('/j/');
    const [booking] = await approver.bookings();
    expect(booking?.conference?.stableLink).toBe(address);
    expect(booking?.conference?.invitation.text).toContain(address);
  });

  it('S2-12 F10 is left out of invitations unless the installation asks for it', async () => {
    const { approver, address } = await scheduled({});
    expect(address).toBe('');
    expect((await approver.bookings())[0]?.conference).not.toHaveProperty('stableLink');
  });

  it('S2-12 F10 shows the date and S2-28 S3-25 a device test before, and leads to the conference from a quarter of an hour before', async () => {
    const { here, address } = await scheduled();
    const early = await go(address);
    const text = await early.text();
    expect([early.status, early.headers.get('location')]).toEqual([200, null]);
    expect(text).toMatch(/mercredi 25 novembre 2026[\s\S]*Wednesday, November 25, 2026/u);
    expect(text).toContain('/device?language=fr');
    expect(text).not.toContain('/j/');
    await here.pass(START - 15 * MINUTE - MONDAY);
    const open = await go(address);
    expect([open.status, open.headers.get('location')]).toEqual([302, here.zoom.conferences()[0]?.joinLink]);
  });

  it('S2-12 F10 survives a conference that is made anew', async () => {
    const { here, approver, address } = await scheduled();
    const [first] = here.zoom.conferences();
    here.zoom.remove(first?.id ?? '');
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: MONDAY + 1 }));
    await here.pass(MINUTE);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: here.clock.now() }));
    await here.pass(START - 10 * MINUTE - here.clock.now());
    const [second] = here.zoom.conferences();
    expect(second?.id).not.toBe(first?.id);
    expect((await go(address)).headers.get('location')).toBe(second?.joinLink);
  });

  it('F10 says in French and in English that it is cancelled', async () => {
    const { here, approver, address } = await scheduled();
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: MONDAY + 1 }));
    await here.companion.idle();
    const page = await go(address);
    expect([page.status, await page.text()]).toEqual([410, expect.stringMatching(/Cette rencontre est annulée[\s\S]*This meeting is cancelled/u)]);
  });

  it('F10 S3-06 gives one page for whatever leads nowhere, and stops listening to whoever keeps guessing', async () => {
    const { here, address } = await scheduled();
    const root = `${here.companion.url}/r/`;
    const pages = await Promise.all(['AAAAAAAAAAAAAAAA', 'x', '%E2%98%83', `${address.split('/r/')[1]}x`].map(async (slug) => {
      const answer = await go(root + slug);
      return [answer.status, await answer.text()] as const;
    }));
    expect(new Set(pages.map(String)).size).toBe(1);
    expect(pages[0]?.[0]).toBe(404);
    const many = await Promise.all(Array.from({ length: 40 }, (_, index) => go(`${root}guess${index}`)));
    expect(many.some(({ status }) => status === 429)).toBe(true);
    expect((await go(address)).status).toBe(200);
  });

  it('S1-04 of a shared room leads to the room around the slot only', async () => {
    const made = await startRoom();
    await book(made);
    const address = linkIn(made.here.mailbox.messages()[0]?.text ?? '', 'r');
    expect((await go(address)).status).toBe(200);
    await made.here.pass(SLOT - 10 * MINUTE - MONDAY);
    expect((await go(address)).headers.get('location')).toBe(ROOM_LINK);
    await made.here.pass(2 * HOUR);
    expect([(await go(address)).status, await (await go(address)).text()]).toEqual([410, expect.stringContaining('Cette rencontre est terminée')]);
  });
});

describe('the device test', () => {
  it('S2-28 S3-25 S3-34 may use camera and microphone, runs its own script only and connects to nobody', async () => {
    const { here } = await scheduled();
    const page = await go(`${here.companion.url}/device`);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).not.toMatch(/connect-src|unsafe|\*/u);
    expect(page.headers.get('permissions-policy')).toBe('camera=(self), microphone=(self), geolocation=()');
    const text = await page.text();
    expect(text).toContain('Commencer l’essai');
    // A role would take what is said out of its list.
    expect(text).not.toMatch(/<d[dt][^>]* role=/u);
    expect(await (await go(`${here.companion.url}/device?language=en`)).text()).toContain('Start the test');
    const script = await go(`${here.companion.url}/pages/device.js`);
    expect([script.headers.get('content-type'), (await script.text()).includes('getUserMedia')]).toEqual(['text/javascript; charset=utf-8', true]);
  });
});
