/**
 * The log: one JSON line an event, from an allow-list of fields. No name, address, title, link, passcode, token or
 * body can get in, because there is no field to put it in; what else is passed is left out at run time too.
 */
import pino from 'pino';
import type { DestinationStream } from 'pino';

export interface LogFields {
  /** The ledger's own reference of a booking; says nothing outside the ledger. */
  booking?: string;
  effect?: string;
  attempt?: number;
  /** A machine word: a problem's code, a state, a mail's kind. */
  code?: string | null;
  status?: number;
  method?: string;
  /** The route's pattern, never the path asked: a path may hold a token. */
  route?: string;
  milliseconds?: number;
  count?: number;
  /** The key's public name. */
  key?: string;
  /** An error's class and place, never its message: messages of libraries repeat what they were given. */
  error?: string;
  port?: number;
}

export interface Log {
  info(what: string, fields?: LogFields): void;
  warn(what: string, fields?: LogFields): void;
  error(what: string, fields?: LogFields): void;
}

const allowed: ReadonlySet<string> = new Set([
  'booking', 'effect', 'attempt', 'code', 'status', 'method', 'route', 'milliseconds', 'count', 'key', 'error', 'port',
] satisfies (keyof LogFields)[]);

const pick = (fields: LogFields = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => allowed.has(name) && value !== undefined));

/** The class of an error and its first own line of code: enough to find it, nothing of what it was about. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /\/(companion\/[\w./-]+:\d+)/u.exec(error.stack ?? '')?.[1] ?? 'elsewhere';
  const code = (error as NodeJS.ErrnoException).code;
  return `${error.name}${typeof code === 'string' ? ` ${code}` : ''} at ${place}`;
}

/** @param destination standard output when absent */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    info: (what, fields) => {
      if (logger.isLevelEnabled('info')) logger.info(pick(fields), what);
    },
    warn: (what, fields) => logger.warn(pick(fields), what),
    error: (what, fields) => logger.error(pick(fields), what),
  };
}
