/** The mailbox alone: `node tests/standins/mailbox/cli.ts [SMTP port] [page's port]`. Stays until Ctrl+C. */
import { startMailbox } from './mailbox.ts';

const mailbox = await startMailbox({ smtpPort: Number(process.argv[2] ?? 0), httpPort: Number(process.argv[3] ?? 0) });
console.log(`Boîte aux lettres d’essai\u00a0: ${mailbox.url}`);
console.log(`SMTP\u00a0: ${mailbox.smtp.host}:${mailbox.smtp.port} (sans mot de passe, sans TLS)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mailbox.close());
