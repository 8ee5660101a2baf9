/** What the section « Utilisation » needs of the browser and of the worker. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { UsagePageRequest } from '../../../lib/contract/usage.ts';
import type { UsageBookingsOfWorker, UsagePageOfWorker } from '../../../lib/messages/answers.ts';
import type { Readings } from '../../../lib/state/readings-store.ts';

/** The worker did not answer. */
type Silent = { ok: false; code: 'silent'; detail: null };

export type LedgerAnswer = UsageBookingsOfWorker | Silent;
export type PageAnswer = UsagePageOfWorker | Silent;

export interface UsagePorts {
  /** What was last read of the portals. */
  readings: ReadonlySignal<Readings>;
  /** Has the portals read again; what comes of it arrives in {@link readings}. */
  refresh(): Promise<void>;
  readLedger(period: { service: string; from: string; to: string }): Promise<LedgerAnswer>;
  makePage(request: UsagePageRequest): Promise<PageAnswer>;
  save(fileName: string, text: string, type: string): void;
}

const silent = { ok: false, code: 'silent', detail: null } as const;

/** Outside of the extension nothing answers. */
const none: UsagePorts = {
  readings: signal({}),
  refresh: () => Promise.resolve(),
  readLedger: () => Promise.resolve(silent),
  makePage: () => Promise.resolve(silent),
  save: () => undefined,
};

const Context = createContext<UsagePorts>(none);
export const UsagePortsProvider = Context.Provider;
export const useUsagePorts = (): UsagePorts => useContext(Context);
