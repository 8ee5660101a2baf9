/** `npm run portal-standin`: the portal alone, on PORT or any free loopback port, until Ctrl+C. */
import { users, PASSWORD, roleNames } from './data/users.ts';
import { establishmentNamed } from './data/establishments.ts';
import { startPortalStandin, traits, type Trait } from './index.ts';

const named = (process.env['TRAITS'] ?? '').split(/[\s,]+/u).filter((one) => one !== '');
const unknown = named.filter((one) => !(traits as readonly string[]).includes(one));
if (unknown.length > 0) {
  console.error(`Unknown traits: ${unknown.join(', ')}. Known: ${traits.join(', ')}.`);
  process.exit(1);
}

const portal = await startPortalStandin({
  port: Number(process.env['PORT'] ?? 0),
  look: process.env['LOOK'] === 'react' ? 'react' : 'classic',
  bookings: 'year',
  ...(named.length > 0 ? { traits: named as Trait[] } : {}),
});

console.log(`Portal stand-in: ${portal.url}`);
console.log(`The other look, in this browser only: ${portal.url}/?look=react or ${portal.url}/?look=classic`);
console.log(`Accounts, all with the password ${PASSWORD}:`);
for (const user of users) console.log(`  ${user.code.padEnd(16)} ${user.name.padEnd(20)} ${roleNames[user.role]}, ${establishmentNamed(user.establishmentId).name}`);
console.log('Ctrl+C stops it.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void portal.close().then(() => process.exit(0));
  });
}
