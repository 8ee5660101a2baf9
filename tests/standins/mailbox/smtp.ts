/** The SMTP side of the mailbox: takes every mail, or fails in the way it was told. */
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** How the next mails go wrong. */
export type Failure =
  /** The connection drops while the mail is being sent: it did not arrive. */
  | { kind: 'dropBeforeDot'; times: number }
  /** The mail arrives and the connection drops before the answer: the sender cannot know (R4). */
  | { kind: 'dropAfterDot'; times: number }
  /** An answer of refusal; 421 also ends the connection. */
  | { kind: 'refuse'; code: 421 | 451 | 550; at: 'recipient' | 'data'; times: number };

export interface Smtp {
  host: string;
  port: number;
  fail(failure: Failure | null): void;
  close(): Promise<void>;
}

const refusal = (code: number): Error => {
  const texts: Record<number, string> = { 421: 'Service not available', 451: 'Local error in processing', 550: 'Mailbox unavailable' };
  return Object.assign(new Error(texts[code]), { responseCode: code });
};

const envelopeOf = (session: SMTPServerSession) => ({
  from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
  to: session.envelope.rcptTo.map(({ address }) => address),
});

/** @param receive keeps the mail; its promise settles before SMTP answers 250 */
export async function startSmtp(port: number, receive: (source: Buffer, envelope: { from: string; to: string[] }) => Promise<void>): Promise<Smtp> {
  let failure: Failure | null = null;
  const sockets = new Map<number, Socket>();

  /** Uses up one of the failures to come, if it is of this moment. */
  const strike = (applies: (candidate: Failure) => boolean): Failure | null => {
    if (failure === null || failure.times <= 0 || !applies(failure)) return null;
    failure.times -= 1;
    return failure;
  };
  const drop = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();

  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onAuth: (authentication, _session, answer) => answer(null, { user: authentication.username ?? 'anyone' }),
    onRcptTo: (_address, session, answer) => {
      const struck = strike((candidate) => candidate.kind === 'refuse' && candidate.at === 'recipient');
      if (struck?.kind !== 'refuse') return answer();
      answer(refusal(struck.code));
      if (struck.code === 421) sockets.get(session.remotePort)?.end();
    },
    onData: (stream, session, answer) => {
      const struck = strike((candidate) => candidate.kind !== 'refuse' || candidate.at === 'data');
      if (struck?.kind === 'dropBeforeDot') {
        stream.resume();
        return void drop(session);
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (struck?.kind === 'refuse') {
          answer(refusal(struck.code));
          if (struck.code === 421) sockets.get(session.remotePort)?.end();
          return;
        }
        const kept = receive(Buffer.concat(chunks), envelopeOf(session));
        kept.then(() => (struck === null ? answer(null, 'Kept') : void drop(session)), (error: unknown) => answer(Object.assign(new Error(String(error)), { responseCode: 554 })));
      });
    },
  });
  server.on('error', () => undefined); // a dropped connection is this server's trade
  server.server.on('connection', (socket: Socket) => {
    const remotePort = socket.remotePort ?? 0;
    sockets.set(remotePort, socket);
    socket.on('close', () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    host: '127.0.0.1',
    port: (server.server.address() as AddressInfo).port,
    fail: (next) => {
      failure = next === null ? null : { ...next };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
}
