/** « Navigateur seulement » (S4-06), from the box that is ticked in the options to the mail that the requester receives. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printDetails } from '../../lib/domain/details.ts';
import { people, startWorld, type World } from '../setup/world.ts';

const DAY = 86_400_000;
const NAME = 'Rencontre des équipes de la Côte-Nord';
const STAY = /Restez dans votre navigateur\s*: il n’y a rien à installer\./u;
const PATIENCE = { timeout: 60_000 };

describe('an establishment whose posts have the browser only', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ portal: { bookings: 'none' } });
  });
  afterAll(async () => {
    await world?.close();
  });

  it('S4-06 S0-26 once the box is ticked in the options, the mail of its next conference tells guests to stay in their browser, in both of its parts', async () => {
    const marc = await world.open('marc');
    const options = await marc.openOwn(`options.html#establishments/${people.julie.establishmentId}`);
    await options.getByLabel(/n’ont que le navigateur/u).check();
    await options.getByText('Enregistré').first().waitFor();
    const start = Math.ceil(Date.now() / DAY) * DAY + 3 * DAY + 15 * 3_600_000;
    world.portal.addBooking({
      author: people.julie.account, title: NAME, start, end: start + 3_600_000, status: 'approved',
      comments: printDetails({ name: NAME, participants: 120, presenter: { name: 'Anne Roy', email: null } }, { establishment: 'CISSS de la Côte-Nord', reason: null }),
    });
    await marc.signIn(await marc.context.newPage());
    const popup = await marc.openOwn('popup.html');
    await popup.getByRole('tab', { name: /À créer/u }).click();
    const item = popup.getByRole('listitem').filter({ hasText: NAME });
    await item.getByRole('button', { name: /Créer la rencontre Zoom/u }).click(PATIENCE);
    const mail = await world.mailbox.waitFor((one) => one.envelope.to.includes(people.julie.email) && one.subject.includes(NAME), { timeoutMs: 60_000 });
    for (const part of [mail.text, mail.html]) {
      expect(part.replaceAll('&nbsp;', '\u00a0')).toMatch(STAY);
      expect(part).not.toContain('Installez l’application');
    }
  }, 180_000);
});
