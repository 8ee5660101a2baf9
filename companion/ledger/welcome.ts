/** The welcome mail (S0-12): its recipient is known until it is sent, and no longer. */
import { randomUUID } from 'node:crypto';
import type { WelcomeRequest } from '../../lib/contract/rooms.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { writeAudit } from './audit.ts';
import type { Queries } from './schema.ts';
import { planServiceMail } from './service-mails.ts';

/** @param actor a key's public name, or `system` for the command line */
export async function planWelcome(db: Queries, person: WelcomeRequest, actor: string, now: Instant): Promise<void> {
  await writeAudit(db, { bookingId: null, at: now, actor, what: 'welcomed' });
  await planServiceMail(db, { kind: 'welcome', subjectId: randomUUID(), payload: JSON.stringify(person), runAt: now, now });
}
