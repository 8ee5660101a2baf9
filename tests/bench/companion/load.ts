/**
 * Two instruments. wrk asks as fast as it is answered: written in C, it leaves the second core to nobody but itself, where
 * autocannon's own work made the contenders alike (reliability.md D.4). What is asked at a fixed rate is asked from here, at the
 * planned instants whether or not the former answers have come, and counted from the planned instant: a server that stops
 * for a second cannot hide the requests that would have come meanwhile.
 */
import { execFile } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { SignedRequest } from './signed.ts';

export interface Figures {
  perSecond: number;
  /** Milliseconds. */
  median: number;
  p99: number;
  /** Fewer than were meant: the requests ran out. */
  requests: number;
  /** What the sender itself took of one core, in hundredths: near 100, it is the sender that was measured. */
  sender: number;
}

interface Said {
  requests: number;
  microseconds: number;
  median: number;
  p99: number;
  refused: number;
  broken: number;
  /** Microseconds of the processor that wrk took. */
  processor: number;
}

/** @param file as writeRequests leaves it @throws {Error} when a single one was refused: then something else was measured */
export async function askAsFastAsAnswered(url: string, file: string, { connections, seconds }: { connections: number; seconds: number }): Promise<Figures> {
  const script = join(import.meta.dirname, 'wrk.lua');
  const { stdout } = await promisify(execFile)('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '20s', '--latency', '-s', script, `${url}/v1/events`, '--', file]);
  const found = /^figures (.+)$/mu.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`wrk said nothing that is understood.\n${stdout}`);
  const said = JSON.parse(found) as Said;
  if (said.refused + said.broken > 0) throw new Error(`Of ${said.requests} requests, ${said.refused} were refused and ${said.broken} broke.`);
  return {
    perSecond: said.requests / (said.microseconds / 1e6),
    median: said.median / 1000, p99: said.p99 / 1000,
    requests: said.requests,
    sender: (said.processor * 100) / said.microseconds,
  };
}

/** @returns milliseconds until the whole answer is there @throws {Error} when it is not a 2xx */
export function ask(agent: Agent, url: string, { method, headers, body }: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string }, from = performance.now()): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) } }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode !== undefined && response.statusCode < 300 ? resolve(performance.now() - from) : reject(new Error(`${url} answered ${response.statusCode}.`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** @returns the milliseconds of each, from the instant at which it was to be sent */
export async function askAtRate(url: string, requests: readonly SignedRequest[], perSecond: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const began = performance.now();
  const answers: Promise<number>[] = [];
  for (const [index, { headers, body }] of requests.entries()) {
    const planned = began + (index * 1000) / perSecond;
    while (performance.now() < planned) await wait(Math.max(0, planned - performance.now()));
    answers.push(ask(agent, `${url}/v1/events`, { method: 'POST', headers, body }, planned));
  }
  const times = await Promise.all(answers);
  agent.destroy();
  return times;
}
