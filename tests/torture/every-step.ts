/**
 * SQLite's own method at our level (reliability.md A.1, A.5): the story is played once to list its n borders, then
 * once for each k from 1 to n with a process that ends itself at the k-th; the next one goes on, and the checker judges.
 */
import { MONDAY } from '../companion/support/bookings.ts';
import { check } from './checker.ts';
import type { Verdict } from './checker.ts';
import { readEvidence } from './evidence.ts';
import type { Deed } from './evidence.ts';
import { keep } from './keeper.ts';
import { pairOf } from './pair.ts';
import type { Processes } from './process.ts';
import { APPROVERS, openRoom } from './room.ts';
import { pass } from './story.ts';
import type { Stage } from './story.ts';

export interface Played {
  /** The border at which the process ended itself; null when it reached the end first. */
  diedAt: string | null;
  borders: string[];
  verdict: Verdict;
}

export interface Play {
  tell: (stage: Stage) => Promise<void>;
  /** Makes an empty PostgreSQL database for each telling; SQLite when absent. */
  database?: () => Promise<string>;
  /** Two processes share the work; either ends itself at the crossing. Needs a database of theirs. */
  shared?: boolean;
}

/** One telling, with a death at the k-th crossing, or without one. */
export async function playOnce({ tell, database, shared = false }: Play, crashAt: number | null, processes: Processes): Promise<Played> {
  const room = await openRoom({ start: MONDAY, zoom: { limits: { rates: false } }, ...(database === undefined ? {} : { databaseUrl: await database() }) });
  const alone = (seed: number) => keep({ room, bounds: { quietMs: 90_000 }, processes, seed, crashAt });
  const keeper = shared ? pairOf(alone(1), alone(2)) : alone(1);
  const deeds: Deed[] = [];
  const stage = { room, keeper, deeds };
  let told = false;
  try {
    await tell(stage);
    // Whatever a death put off for later is done by then, the sweeper's round too.
    await pass(stage, 15 * 60_000);
    told = true;
    const deaths = keeper.deaths();
    const verdict = check(await readEvidence(room, deeds, deaths.length, APPROVERS));
    const borders = await keeper.ask({ do: 'borders' });
    if (keeper.surprises() > 0) verdict.findings.push(`R9 ${keeper.surprises()} processes ended that nobody had killed`);
    if (verdict.findings.length === 0 && room.zoom.created().length > 1) verdict.findings.push(`R2 ${room.zoom.created().length} conferences were made in all`);
    return { diedAt: deaths[0] ?? null, borders, verdict };
  } finally {
    if (told) await keeper.release();
    else await keeper.end();
    await room.close();
  }
}

export interface EveryStep {
  borders: string[];
  /** With a death each. */
  tellings: number;
  /** Fewer than tellings when one reached its end before its border. */
  deaths: number;
  findings: string[];
}

interface Choice {
  /** Which crossings, from the n that there are; all when absent. */
  chosen?: (border: string, k: number) => boolean;
  /** How many tellings at once. */
  lanes?: number;
  report?: (line: string) => void;
}

/** One telling without a death, then one with a death at each chosen crossing. */
export async function dieAtEveryStep(
  play: Play,
  processes: Processes,
  { chosen = () => true, lanes = 2, report = () => undefined }: Choice = {},
): Promise<EveryStep> {
  const whole = await playOnce(play, null, processes);
  const findings = whole.verdict.findings.map((finding) => `without a death: ${finding}`);
  const turns = whole.borders.map((border, index) => ({ border, k: index + 1 })).filter(({ border, k }) => chosen(border, k));
  const tellings = turns.length;
  let deaths = 0;
  const lane = async (): Promise<void> => {
    for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) {
      const { k } = turn;
      try {
        const { diedAt, verdict } = await playOnce(play, k, processes);
        if (diedAt !== null) deaths += 1;
        findings.push(...verdict.findings.map((finding) => `death ${k} at « ${diedAt ?? 'no border'} »: ${finding}`));
        report(`${String(k).padStart(4)} ${verdict.findings.length === 0 ? 'kept' : 'BROKEN'}  ${diedAt ?? 'reached the end first'}`);
      } catch (error) {
        findings.push(`death ${k} at « ${turn.border} »: ${error instanceof Error ? error.message : String(error)}`);
        report(`${String(k).padStart(4)} BROKEN  ${turn.border}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { borders: whole.borders, tellings, deaths, findings };
}
