/** The Zoom stand-in alone: `npm run zoom-standin -- [port] [torture]`. Stays until Ctrl+C. */
import { startZoomStandin, tortureFaults } from './standin.ts';

const port = Number(process.argv.find((argument) => /^\d+$/u.test(argument)) ?? 0);
const standin = await startZoomStandin({ port, faults: process.argv.includes('torture') ? tortureFaults : null });

console.log(`Imitation de Zoom\u00a0: ${standin.url} (la page montre les rencontres)`);
console.log('\nVariables pour le compagnon\u00a0:');
for (const [name, value] of Object.entries(standin.environment)) console.log(`${name}=${value}`);
console.log('\nCtrl+C pour arrêter.');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void standin.close());
