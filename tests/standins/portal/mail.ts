/** The portal's own mails: to the author on creating and changing, and on the approver's decision. */
import { createTransport } from 'nodemailer';
import { resourceOf } from './data/resources.ts';
import { toClock, toLocal } from './data/time.ts';
import type { PortalBooking } from './data/types.ts';

export const PORTAL_SENDER = { name: 'IRIS – Réservation de ressources', address: 'ne-pas-repondre@iris.exemple.test' };

export type MailKind = 'created' | 'modified' | 'approved' | 'rejected' | 'cancelled';

/** Invented wording. */
const subjects: Record<MailKind, string> = {
  created: 'Réservation créée',
  modified: 'Réservation modifiée',
  approved: 'Réservation approuvée',
  rejected: 'Réservation rejetée',
  cancelled: 'Réservation annulée',
};

export interface Mailer {
  /** Never rejects: the portal saves even when its mail does not leave. */
  send(kind: MailKind, booking: PortalBooking): Promise<void>;
  close(): void;
}

function textOf(booking: PortalBooking): string {
  const start = toLocal(booking.start);
  const end = toLocal(booking.end);
  return [
    `Réservation n° ${booking.number}`,
    `Ressource(s) : ${booking.resources.map((id) => resourceOf(id).name).join(', ')}`,
    `Titre : ${booking.title}`,
    `Le ${start.date}, de ${toClock(start.minutes)} à ${toClock(end.minutes)}`,
    '',
    'Ce courriel est envoyé automatiquement par IRIS. Veuillez ne pas y répondre.',
  ].join('\n');
}

export function createMailer(mailbox: { host: string; port: number } | null): Mailer {
  if (mailbox === null) return { send: async () => {}, close: () => {} };
  const transport = createTransport({ ...mailbox, secure: false, ignoreTLS: true, connectionTimeout: 2_000 });
  return {
    send: async (kind, booking) => {
      const message = {
        from: PORTAL_SENDER,
        to: { name: booking.requester, address: booking.email },
        subject: `IRIS – ${subjects[kind]} (n° ${booking.number})`,
        text: textOf(booking),
        date: new Date(booking.history.at(-1)?.at ?? booking.createdAt),
      };
      await transport.sendMail(message).catch((error: unknown) => console.error(`The portal stand-in could not send a mail: ${String(error)}`));
    },
    close: () => transport.close(),
  };
}
