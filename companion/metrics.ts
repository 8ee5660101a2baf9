/** Counters, gauges and a histogram in Prometheus' text format; no label ever holds what a person wrote. */

type Labels = Record<string, string>;

const seriesOf = (name: string, labels: Labels): string => {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value.replace(/["\\\n]/gu, '_')}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
};

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

function linesOf(name: string, { labels, counts, seconds }: Histogram): string[] {
  let total = 0;
  const buckets = counts.map((count, place) => `${seriesOf(`${name}_bucket`, { ...labels, le: place < SECONDS.length ? String(SECONDS[place]) : '+Inf' })} ${(total += count)}`);
  return [...buckets, `${seriesOf(`${name}_sum`, labels)} ${seconds}`, `${seriesOf(`${name}_count`, labels)} ${total}`];
}

const meanings = {
  passerelle_requests_total: ['counter', 'Requests by route and status'],
  passerelle_submissions_total: ['counter', 'Events taken, by type and outcome'],
  passerelle_effects_total: ['counter', 'Effects of the outbox, by kind and outcome'],
  passerelle_request_seconds: ['histogram', 'Time to answer'],
  passerelle_outbox_waiting: ['gauge', 'Effects that are due'],
  passerelle_outbox_oldest_seconds: ['gauge', 'How long the oldest due effect has waited'],
  passerelle_bookings: ['gauge', 'Bookings by state'],
} as const;
type MetricName = keyof typeof meanings;

/** How many took how long, by the smallest bound that holds them; the text counts them up. */
interface Histogram {
  labels: Labels;
  counts: number[];
  seconds: number;
}

export class Metrics {
  readonly #values = new Map<MetricName, Map<string, number>>();
  readonly #times = new Map<string, Histogram>();

  count(name: MetricName, labels: Labels = {}, by = 1): void {
    this.#add(name, seriesOf(name, labels), by);
  }

  set(name: MetricName, labels: Labels, value: number): void {
    this.#series(name).set(seriesOf(name, labels), value);
  }

  /** Time to answer, by the route's pattern. */
  observeRequest(route: string, seconds: number): void {
    const known = this.#times.get(route) ?? { labels: { route }, counts: Array<number>(SECONDS.length + 1).fill(0), seconds: 0 };
    this.#times.set(route, known);
    const bound = SECONDS.findIndex((most) => seconds <= most);
    const place = bound === -1 ? SECONDS.length : bound;
    known.counts[place] = (known.counts[place] ?? 0) + 1;
    known.seconds += seconds;
  }

  toText(): string {
    const lines: string[] = [];
    for (const [name, [type, help]] of Object.entries(meanings) as [MetricName, readonly [string, string]][]) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
      for (const [series, value] of this.#values.get(name) ?? []) lines.push(`${series} ${value}`);
      if (name === 'passerelle_request_seconds') for (const histogram of this.#times.values()) lines.push(...linesOf(name, histogram));
    }
    return `${lines.join('\n')}\n`;
  }

  #series(name: MetricName): Map<string, number> {
    const known = this.#values.get(name) ?? new Map<string, number>();
    this.#values.set(name, known);
    return known;
  }

  #add(name: MetricName, series: string, by: number): void {
    const values = this.#series(name);
    values.set(series, (values.get(series) ?? 0) + by);
  }
}
