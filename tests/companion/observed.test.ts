/** What whoever watches the process reads: metrics in Prometheus' own format, and a log of one JSON object a line. */
import { describe, expect, it } from 'vitest';
import { purge } from '../../companion/ledger/purge.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import type { World } from './support/world.ts';

const canary = {
  name: 'Canari "Titre"\\\n', requester: { name: 'Canari Nom', email: 'canari@exemple.test' }, presenter: { name: 'Canari Présentatrice', email: 'canari.presente@exemple.test' },
};
const secretWords = /canari|whsec_|zak=|\/j\/|\/s\/|exemple\.test|example\.test/iu;

/** A companion to which a bit of everything has happened. */
async function lived(): Promise<{ here: World; lines: string[] }> {
  const lines: string[] = [];
  const here = await startOwnWorld({ variables: { PASSERELLE_LOG: 'info' }, companion: { logTo: { write: (line) => void lines.push(line) } } });
  const approver = await here.person('approver', { name: 'Canari Nom', email: 'canari@exemple.test' });
  here.zoom.failNext('500.before', { method: 'POST', path: /webinars$/u });
  here.mailbox.fail({ kind: 'refuse', code: 550, at: 'recipient', times: 1 });
  await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY, { ...canary, name: canary.name.trim() }), { at: MONDAY }));
  await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY, canary), { at: MONDAY }), { body: '{"Canari Nom":' });
  for (let minutes = 0; minutes < 3; minutes += 1) await here.pass(60_000);
  await fetch(`${here.companion.url}/v1/bookings/canari@exemple.test`);
  await fetch(`${here.companion.url}/canari@exemple.test/c/${'a'.repeat(43)}?canari`);
  await fetch(`${here.companion.url}/c/${'a'.repeat(43)}?canari@exemple.test`);
  await approver.get('/v1/bookings/iris%3Acanari');
  return { here, lines };
}

interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** One line of a sample after the text format 0.0.4; throws at anything else. */
function readSample(line: string): Sample {
  const match = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? ([+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|NaN)$/u.exec(line);
  if (match === null) throw new Error(`This is no sample: ${line}`);
  const [, name = '', labels = '', value = ''] = match;
  return { name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/gu)].map(([, label = '', text = '']) => [label, text])), value: Number(value) };
}

describe('/metrics', () => {
  it('is Prometheus’ text format: each family said once, with its help and its type, each series once', async () => {
    const { here } = await lived();
    const answer = await fetch(`${here.companion.url}/metrics`);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    expect(text.endsWith('\n')).toBe(true);
    const families = new Map<string, string>();
    const series = new Set<string>();
    let family = '';
    for (const line of text.trimEnd().split('\n')) {
      const help = /^# HELP (\S+) \S/u.exec(line)?.[1];
      const [, typed, type] = /^# TYPE (\S+) (counter|gauge|histogram)$/u.exec(line) ?? [];
      if (help !== undefined) {
        expect(families.has(help)).toBe(false);
        family = help;
      } else if (typed !== undefined && type !== undefined) {
        expect(typed).toBe(family);
        families.set(typed, type);
      } else {
        const { name, labels } = readSample(line);
        expect(families.get(family) === 'histogram' ? name.replace(/_(?:bucket|sum|count)$/u, '') : name).toBe(family);
        const id = JSON.stringify([name, labels]);
        expect(series.has(id)).toBe(false);
        series.add(id);
      }
    }
    expect([...families]).toEqual(expect.arrayContaining([['passerelle_requests_total', 'counter'], ['passerelle_submissions_total', 'counter'], ['passerelle_effects_total', 'counter'], ['passerelle_request_seconds', 'histogram'], ['passerelle_outbox_waiting', 'gauge'], ['passerelle_outbox_oldest_seconds', 'gauge'], ['passerelle_bookings', 'gauge']]));
    expect(series.size).toBeGreaterThan(10);
  });

  it('counts what happened: its buckets grow to the count of each route, and that is what was asked', async () => {
    const { here } = await lived();
    const samples = (await (await fetch(`${here.companion.url}/metrics`)).text()).split('\n').filter((line) => line !== '' && !line.startsWith('#')).map(readSample);
    const of = (name: string) => samples.filter((sample) => sample.name === name);
    const routes = new Set(of('passerelle_request_seconds_count').map(({ labels }) => labels['route'] ?? ''));
    expect(routes).toContain('/v1/events');
    for (const route of routes) {
      const buckets = of('passerelle_request_seconds_bucket').filter(({ labels }) => labels['route'] === route);
      const values = buckets.map(({ value }) => value);
      expect(values).toEqual(values.toSorted((one, other) => one - other));
      expect(buckets.at(-1)?.labels['le']).toBe('+Inf');
      const asked = of('passerelle_requests_total').filter(({ labels }) => labels['route'] === route).reduce((sum, { value }) => sum + value, 0);
      expect([buckets.at(-1)?.value, of('passerelle_request_seconds_count').find(({ labels }) => labels['route'] === route)?.value]).toEqual([asked, asked]);
    }
    expect(of('passerelle_requests_total').find(({ labels }) => labels['route'] === '/v1/events' && labels['status'] === '202')?.value).toBe(1);
    expect(of('passerelle_bookings').reduce((sum, { value }) => sum + value, 0)).toBe(1);
  });

  it('Z27 holds nothing of a person and nothing that was asked: labels are machine words and patterns of routes', async () => {
    const { here } = await lived();
    const text = await (await fetch(`${here.companion.url}/metrics`)).text();
    expect(text).not.toMatch(secretWords);
    const labels = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).flatMap((line) => Object.entries(readSample(line).labels));
    for (const [label, value] of labels) {
      expect(['route', 'status', 'type', 'outcome', 'kind', 'state', 'le']).toContain(label);
      expect(value).toMatch(label === 'route' ? /^(?:none|\/[\w/:.*-]*)$/u : /^[\w.+]+$/u);
    }
  });
});

describe('the log', () => {
  it('Z27 is one JSON object a line, with a level, an hour, a sentence and known fields, and nothing of a person', async () => {
    const { lines } = await lived();
    expect(lines.length).toBeGreaterThan(5);
    const fields = new Set(['level', 'time', 'msg', 'booking', 'effect', 'attempt', 'code', 'status', 'method', 'route', 'milliseconds', 'count', 'key', 'error', 'port']);
    for (const line of lines) {
      expect(line.indexOf('\n')).toBe(line.length - 1);
      const entry = JSON.parse(line) as Record<string, unknown>;
      expect(Object.keys(entry).filter((name) => !fields.has(name))).toEqual([]);
      expect(entry).toMatchObject({ level: expect.any(Number), time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u), msg: expect.any(String) });
      expect(line).not.toMatch(secretWords);
    }
    const said = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(said).toEqual(expect.arrayContaining(['listening', 'request']));
  });

  it('says of what the sweep removed why: a booking has another, or has none any more', async () => {
    const lines: string[] = [];
    const here = await startOwnWorld({ variables: { PASSERELLE_LOG: 'info' }, companion: { logTo: { write: (line) => void lines.push(line) } } });
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY), { at: MONDAY }));
    await here.companion.idle();
    const removals = async (): Promise<unknown[]> => {
      lines.length = 0;
      await here.companion.sweep();
      return lines.map((line) => JSON.parse(line) as { msg: string; count?: number }).filter(({ msg }) => msg.includes('removed')).map(({ msg, count }) => [msg, count]);
    };
    await here.createAtZoom({ topic: 'À la main', agenda: here.zoom.conferences()[0]?.agenda ?? '', start: MONDAY + 2 * DAY });
    here.clock.advance(11 * 60_000);
    expect(await removals()).toEqual([['duplicate conferences removed', 1]]);
    const ledger = await here.openLedger();
    await purge(ledger.database, MONDAY + 4 * DAY, MONDAY + 4 * DAY, 'test');
    await ledger.close();
    expect(await removals()).toEqual([['conferences that no booking holds any more removed', 1]]);
  });
});
