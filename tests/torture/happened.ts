/** Whether what was to be survived took place: a storm without a kill, or a border that nobody died at, proves nothing. */
import type { EveryStep } from './every-step.ts';
import type { StormResult } from './storm.ts';

/** A telling that a death has shortened may end before its border. */
const LEAST_DEATHS = 0.9;

export function stepsFaults({ borders, tellings, deaths }: Pick<EveryStep, 'borders' | 'tellings' | 'deaths'>): string[] {
  if (borders.length === 0 || tellings === 0) return [`Z89 ${borders.length} borders and ${tellings} tellings: this proves nothing`];
  return deaths >= tellings * LEAST_DEATHS ? [] : [`Z89 ${deaths} deaths in ${tellings} tellings: this proves too little`];
}

export interface Asked {
  bookings: number;
  kills: number;
  /** Two processes: some are to be stopped beyond their lease, once there are enough turns for it. */
  shared: boolean;
}

/** Turns among which one in seven is a pause: fewer may have none by chance. */
const SURELY_PAUSED = 50;

export function stormFaults({ verdict, kills, stops, zoomFaults, disasters }: Pick<StormResult, 'kills' | 'stops' | 'zoomFaults' | 'disasters'> & { verdict: { bookings: number } }, asked: Asked): string[] {
  return [
    ...(verdict.bookings === asked.bookings ? [] : [`R1 ${verdict.bookings} bookings were judged, of ${asked.bookings}`]),
    ...(kills + stops >= asked.kills && kills > 0 ? [] : [`R2 ${kills} kills and ${stops} pauses, of ${asked.kills}: this proves too little`]),
    ...(zoomFaults > 0 ? [] : ['R2 no call of Zoom failed: this proves too little']),
    ...(asked.shared && asked.kills >= SURELY_PAUSED && stops === 0 ? ['R11 no process was paused beyond its lease'] : []),
    ...(asked.shared && disasters === 0 ? ['R9 the database never went away'] : []),
  ];
}
