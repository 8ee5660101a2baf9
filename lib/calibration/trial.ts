/**
 * A look at the page with what was taught so far: what it is taken for, what was read, what is missing. Reads only;
 * nothing here can press or write (the arrows of the house keep write.ts out of this room).
 */
import { anchorNames, needOf, type AnchorName } from '../portal/anchors.ts';
import { formAround } from '../portal/area.ts';
import type { AnchorReport } from '../portal/page.ts';
import type { Portal } from '../portal/portal.ts';
import type { JourneyPage } from './journey.ts';
import type { Outcome } from './progress.ts';

/** Anchors of the page that are needed and not found once: what the person must still show. @param absent what they said the portal has not */
export function missingOn(reports: readonly AnchorReport[], page: JourneyPage, absent: readonly string[]): AnchorName[] {
  const faults = reports.filter(({ health }) => health === 'missing' || health === 'several').map(({ anchor }) => anchor);
  return anchorNames.filter((anchor) => faults.includes(anchor) && needOf(anchor).pages.includes(page) && !absent.includes(anchor));
}

const flag = (holds: boolean): number => (holds ? 1 : 0);

type Read = Pick<Outcome, 'ok' | 'counts'>;

function readForm(portal: Portal): Read {
  const form = portal.readForm();
  const saves = portal.findAll('save');
  const counts = {
    saves: saves.length,
    guarded: saves.filter((save) => formAround(save) !== null).length,
    title: flag(form?.title !== null && form !== null),
    freeText: flag(form !== null && form.freeText !== null),
    resource: flag(form !== null && form.resource !== null),
    ours: flag(form !== null && form.serviceId !== null),
    hours: flag(form !== null && form.start !== null && form.end !== null),
    start: flag(form !== null && form.start !== null),
  };
  return { ok: form !== null && counts.saves > 0 && counts.freeText === 1, counts };
}

function readList(portal: Portal): Read {
  const list = portal.readList();
  const bookings = list?.reading.bookings ?? [];
  const counts = {
    read: bookings.length,
    pending: bookings.filter(({ status }) => status === 'pending').length,
    unknown: bookings.filter(({ status }) => status === 'unknown').length,
    ours: bookings.filter(({ serviceId }) => serviceId !== null).length,
  };
  return { ok: list !== null && counts.unknown === 0, counts };
}

function readCalendar(portal: Portal): Read {
  const grid = portal.readGrid();
  const counts = {
    rows: grid?.rows.length ?? 0,
    bookings: grid?.reading.bookings.length ?? 0,
    ours: (grid?.rows ?? []).filter(({ serviceId }) => serviceId !== null).length,
  };
  return { ok: grid !== null || portal.kind() === 'calendar', counts };
}

function readDetail(portal: Portal): Read {
  const booking = portal.readDetail();
  return { ok: booking !== null && booking.status !== 'unknown', counts: { read: flag(booking !== null), status: flag(booking !== null && booking.status !== 'unknown'), ours: flag(booking !== null && booking.serviceId !== null) } };
}

const readers: Record<JourneyPage, (portal: Portal) => Read> = { form: readForm, list: readList, calendar: readCalendar, detail: readDetail };

/** @param page what the person says that the page is */
export function tryPage(portal: Portal, page: JourneyPage, reports: readonly AnchorReport[], absent: readonly string[]): Outcome {
  const { ok, counts } = readers[page](portal);
  const missing = missingOn(reports, page, absent);
  return { page, ok: ok && portal.kind() === page && missing.length === 0, missing, counts };
}
