/**
 * In the page: a calendar of cells, one in ten with a booking, that lives through phases while a watcher marks the
 * bookings that come. Rows are kept apart (`contain`), so that the page itself costs as little as a page may.
 */
import { measureOwnTime } from './grid-own-time.ts';
import { BOOKING, watchers, type Watcher, type WatcherName } from './grid-watchers.ts';
import { randomFrom } from './random.ts';

const [COLUMNS, CHANGED, PATIENCE_FRAMES] = [24, 20, 120];
/** A change every half second: ours stops looking at a page that changes hundreds of times in a second (T12), which is not tried here. */
const BETWEEN_CHANGES = 500;
const BEGINNING = 100;

export interface PhaseFigures {
  /** Median from insertion to mark, milliseconds; null when nothing came. */
  latency: number | null;
  /** The watcher's longest stay on the thread, milliseconds. */
  longest: number;
  longTasks: number;
  /** Of the bookings, without a mark after two seconds: %. */
  missed: number;
}

const frameOf = requestAnimationFrame.bind(globalThis);
const timerOf = setTimeout.bind(globalThis);
const laterBy = (milliseconds: number): Promise<void> => new Promise((resolve) => timerOf(() => resolve(), milliseconds));
const nextFrame = (): Promise<void> => new Promise((resolve) => frameOf(() => resolve()));
const { port1, port2 } = new MessageChannel();
const nextTask = (): Promise<void> => new Promise((resolve) => { port1.onmessage = () => resolve(); port2.postMessage(null); });
const own = measureOwnTime();
const random = randomFrom(11);
const pick = (count: number): number => Math.floor(random() * count);

let clock = 0;
let watcher: Watcher = {};
let isWatched = false;
let cells: HTMLElement[] = [];
let longTasks = 0;
let latencies: number[] = [];
const born = new WeakMap<Element, number>();
const marked = new WeakSet<Element>();
new PerformanceObserver((list) => { longTasks += list.getEntries().length; }).observe({ type: 'longtask' });

function annotate(booking: Element): void {
  if (marked.has(booking)) return;
  marked.add(booking);
  const mark = document.createElement('passerelle-mark');
  mark.setAttribute('data-passerelle', '');
  mark.textContent = '5\u00a0000';
  booking.append(mark);
  latencies.push(performance.now() - (born.get(booking) ?? 0));
}

function makeBooking(): HTMLElement {
  const booking = document.createElement('div');
  booking.className = BOOKING.slice(1);
  booking.append(`Rencontre ${pick(1000)}`);
  return booking;
}

/** Into the page, remembered as of this very moment. */
function put(cell: HTMLElement, booking: HTMLElement): void {
  cell.append(booking);
  born.set(booking, performance.now());
}

function build(count: number): void {
  const page = document.createDocumentFragment();
  const made: HTMLElement[] = [];
  cells = Array.from({ length: count }, (_, index) => {
    const cell = document.createElement('div');
    cell.className = 'cell';
    cell.append(`${index % COLUMNS} h`);
    if (random() < 0.1) made.push(cell.appendChild(makeBooking()));
    return cell;
  });
  for (let from = 0; from < count; from += COLUMNS) {
    const row = document.createElement('div');
    row.className = 'row';
    row.append(...cells.slice(from, from + COLUMNS));
    page.append(row);
  }
  document.querySelector('main')?.replaceChildren(page);
  const now = performance.now();
  for (const booking of made) born.set(booking, now);
}

function toggle(): void {
  const cell = cells[pick(cells.length)] as HTMLElement;
  const booking = cell.querySelector(BOOKING);
  if (booking === null) put(cell, makeBooking());
  else booking.remove();
}

function refresh(): void {
  clock += BETWEEN_CHANGES;
  for (let change = 0; change < CHANGED; change += 1) toggle();
  for (let change = 0; change < CHANGED; change += 1) ((cells[pick(cells.length)] as HTMLElement).firstChild as Text).data = `${pick(24)} h`;
}

/** One booking more, as the answer of a server that came between two frames; what is full is emptied by the next phase. */
function trickle(): void {
  clock += BETWEEN_CHANGES;
  put(cells[pick(cells.length)] as HTMLElement, makeBooking());
}

function churn(): void {
  clock += BETWEEN_CHANGES;
  const aside = document.querySelector('aside') as HTMLElement;
  aside.replaceChildren(...Array.from({ length: CHANGED }, (_, index) => {
    const notice = document.createElement('p');
    notice.title = String(index);
    notice.append(`Avis ${pick(1000)}`);
    return notice;
  }));
  aside.dataset['turn'] = String(pick(1000));
}

function route(): void {
  clock += BETWEEN_CHANGES;
  history.pushState(null, '', `#${pick(1_000_000)}`);
  build(cells.length);
  watcher.routeChanged?.();
}

const unmarked = (): number => {
  let count = 0;
  for (const booking of document.querySelectorAll(BOOKING)) if (!marked.has(booking)) count += 1;
  return count;
};

/** As many frames as for what is watched and late as for nothing: three, or as many as it takes. */
async function settle(): Promise<void> {
  for (let frame = 0; frame < 3 || (isWatched && frame < PATIENCE_FRAMES && unmarked() > 0); frame += 1) await nextFrame();
}

const steps = {
  render: async (count: number) => { await nextTask(); build(count); await settle(); },
  refresh: async (count: number) => { for (let frame = 0; frame < count; frame += 1) { await nextFrame(); refresh(); } },
  trickle: async (count: number) => { for (let frame = 0; frame < count; frame += 1) { await nextFrame(); await nextTask(); trickle(); } },
  churn: async (count: number) => { for (let frame = 0; frame < count; frame += 1) { await nextFrame(); churn(); } },
  routes: async (count: number) => { for (let turn = 0; turn < count; turn += 1) { await nextTask(); route(); await settle(); } },
  /** Without waiting for frames, but for one in twenty: a morning's worth in seconds. */
  long: async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      await (turn % 20 === 0 ? nextFrame() : nextTask());
      refresh();
    }
  },
};
export type Phase = keyof typeof steps;

async function play(phase: Phase, count: number): Promise<PhaseFigures> {
  own.reset();
  latencies = [];
  longTasks = 0;
  await steps[phase](count);
  await settle();
  const bookings = document.querySelectorAll(BOOKING).length;
  const late = latencies.sort((one, other) => one - other);
  // Nothing of the measuring stays on the heap that is measured.
  latencies = [];
  return {
    latency: late[Math.floor(late.length / 2)] ?? null,
    longest: own.longest,
    longTasks,
    missed: isWatched && bookings > 0 ? (100 * unmarked()) / bookings : 0,
  };
}

export interface GridProgram {
  watch(name: WatcherName): Promise<void>;
  play: typeof play;
}
const program: GridProgram = {
  watch: async (name) => {
    isWatched = name !== 'page alone';
    watcher = watchers[name](annotate, () => clock);
    // One of the packages begins a little after it was asked to.
    await laterBy(BEGINNING);
  },
  play,
};
Object.assign(globalThis, { program });
