/**
 * Who was there, as a table to open in a spreadsheet (S1-43, S1-46), or as JSON for the extension that makes one: how long each
 * person stayed, and nobody's name, since no data of participants is ever kept or handed on here. The list of names, and that
 * of the registrants (S1-44), stay at Zoom: the answer names Zoom's own page of reports, which asks whoever opens it to sign in.
 */
import { welcomeRequest } from '../../lib/contract/rooms.ts';
import type { PlannedAnswer, StaysAnswer } from '../../lib/contract/rooms.ts';
import { mayHost } from '../ledger/access.ts';
import { takeAct } from '../ledger/acts.ts';
import { readBooking } from '../ledger/bookings.ts';
import { planWelcome } from '../ledger/welcome.ts';
import { authenticate } from './authenticate.ts';
import type { Routes } from './parts.ts';
import { refuse } from './problem.ts';
import { readSigned } from './read-body.ts';

export const roomReportRoutes: Routes = (app, parts) => {
  const { database, clock, conferences } = parts;

  app.get('/v1/bookings/:key/attendance', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    if (!mayHost(caller)) return refuse(context, 'forbidden');
    const record = await readBooking(database.db, context.req.param('key'));
    if (record === null) return refuse(context, 'not_found');
    const { conference } = record;
    if (conference === null || (conference.manual === true && conference.uuid === undefined)) return refuse(context, 'no_conference');
    const found = await conferences.attendance(conference.kind, conference.uuid ?? conference.id, context.req.raw.signal);
    if (!found.ok) return refuse(context, found.problem.code === 'notFound' ? 'no_conference' : 'zoom_silent');
    if (context.req.header('accept') === 'application/json') return context.json({ minutes: found.minutes, reports: parts.reportsUrl } satisfies StaysAnswer);
    const lines = ['participant,minutes', ...found.minutes.map((minutes, index) => `${index + 1},${minutes}`)];
    return context.body(`${lines.join('\r\n')}\r\n`, 200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="presences-${record.booking.start.slice(0, 10)}.csv"`,
      ...(parts.reportsUrl === null ? {} : { link: `<${parts.reportsUrl}>; rel="related"` }),
    });
  });

  app.post('/v1/welcome', async (context) => {
    const read = await readSigned(context, parts, welcomeRequest);
    if (read instanceof Response) return read;
    const { caller, value } = read;
    if (caller.role !== 'admin') return refuse(context, 'forbidden');
    const webhookId = context.req.header('webhook-id') ?? '';
    if (!(await takeAct(database.db, { webhookId, keyId: caller.keyId, bookingId: '', now: clock.now() }))) return refuse(context, 'repeated');
    await database.db.transaction().execute((transaction) => planWelcome(transaction, value, caller.keyId, clock.now()));
    parts.wake();
    return context.json({ planned: true } satisfies PlannedAnswer, 202);
  });
};
