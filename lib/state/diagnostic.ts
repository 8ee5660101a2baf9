/** What to paste into a request for help (U26): versions, states and anchors; nobody's name, no booking, no address but the portals'. Pure. */
import { clockAheadOf } from './clock-store.ts';
import { failuresOf, type Health } from './health-store.ts';
import type { KeyInfo } from './keys.ts';
import type { LedgerCache } from './ledger-store.ts';
import type { Outbox } from './outbox-store.ts';
import type { Readings } from './readings-store.ts';
import type { Settings } from './settings.ts';
import type { WorkerState } from './worker-health.ts';

export interface DiagnosticSources {
  version: string;
  /** The browser's own word, `navigator.userAgent`. */
  browser: string;
  settings: Settings;
  readings: Readings;
  ledger: LedgerCache;
  outbox: Outbox;
  health: Health;
  key: KeyInfo | null;
  clockOffset: number;
  worker: WorkerState;
  /** Which portals the browser lets us onto, and whether it shows our notifications. */
  permissions: Readonly<Record<string, boolean>>;
  now: number;
}

const minutes = (milliseconds: number): string => `${Math.round(milliseconds / 60_000)} min`;
const age = (at: number | null, now: number): string => (at === null ? 'never' : `${minutes(now - at)} ago`);

function portalLines({ settings, readings, health, permissions, now }: DiagnosticSources): string[] {
  return settings.portals.flatMap((portal) => {
    const entry = readings[portal.id];
    const { reading = null, state = 'never', checked = null } = entry ?? {};
    const host = new URL(portal.origin).host;
    const missed = [...new Set(failuresOf(health, portal.id).map(({ feature, anchor }) => `${feature}/${anchor}`))];
    return [
      `portal ${portal.id}: ${host}, ${portal.enabled ? 'on' : 'off'}, permission ${permissions[portal.id] === true ? 'given' : 'missing'}, list ${portal.listPath === null ? 'found by itself' : 'set'}`,
      `  reading: ${state}, tried ${age(checked, now)}, understood ${age(reading?.at ?? null, now)}${reading === null ? '' : `, ${reading.complete ? 'whole' : 'part'}, ${reading.bookings.length} bookings`}`,
      ...(missed.length === 0 ? [] : [`  anchors missed: ${missed.join(', ')}`]),
    ];
  });
}

const countOf = ({ entries, damaged }: Outbox): string =>
  [...Map.groupBy(entries, ({ state, problem }) => `${state}${problem === null ? '' : `(${problem.code})`}`)].map(([name, list]) => `${list.length} ${name}`).concat(damaged.length > 0 ? [`${damaged.length} damaged`] : []).join(', ') || 'empty';

/** Lines of text, the same in every language: they are for whoever helps. */
export function diagnosticText(sources: DiagnosticSources): string {
  const { version, browser, settings, ledger, outbox, key, clockOffset, worker, permissions, now } = sources;
  const ahead = clockAheadOf(clockOffset);
  const { notifications } = settings.alerts;
  return [
    `Passerelle ${version}, settings ${settings.version}, role ${settings.person.role}, language ${settings.language}`,
    `browser: ${browser}`,
    `worker: ${worker}`,
    ...portalLines(sources),
    `companion: address ${settings.companion.address === null ? 'missing' : 'set'}, key ${key?.kind ?? 'missing'}, answered ${age(ledger.at, now)}, asked ${age(ledger.checked, now)}, ${ledger.problem ?? 'no problem'}`,
    `clock: ${ahead === null ? 'right' : `${minutes(ahead)} ahead`}`,
    `outbox: ${countOf(outbox)}`,
    `alerts: ${notifications.on ? 'on' : 'off'}, permission ${permissions['notifications'] === true ? 'given' : 'missing'}, every ${settings.alerts.everyMinutes} min`,
    `services: ${settings.cards.map(({ id }) => id).join(', ') || '-'}`,
    `features off: ${settings.disabledFeatures.join(', ') || '-'}`,
  ].join('\n');
}
