/** The options page with a store, a worker and a browser of its own. */
import { signal, type Signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { onTestFinished, vi } from 'vitest';
import type { CheckOutcome, OptionsActions } from '../../../components/options/context.ts';
import { LiveOptions } from '../../../components/options/LiveOptions.tsx';
import { createOptionsModel, type OptionsModel } from '../../../components/options/model.ts';
import { noPolicy, type Policy } from '../../../lib/policy/policy.ts';
import type { Health } from '../../../lib/state/health-store.ts';
import type { KeyInfo } from '../../../lib/state/keys.ts';
import type { WorkerState } from '../../../lib/state/worker-health.ts';
import type { Profiles } from '../../../lib/state/profiles-store.ts';
import type { DamagedSettings } from '../../../lib/state/settings-store.ts';
import type { Settings } from '../../../lib/state/settings.ts';
import { draw } from '../ui/draw.ts';
import { settingsForTests } from './settings.ts';

export interface OpenOptions {
  place: HTMLElement;
  model: OptionsModel;
  stored: Signal<Settings | null>;
  keyInfo: Signal<KeyInfo | null>;
  permissions: Signal<Record<string, boolean>>;
  damaged: Signal<readonly DamagedSettings[]>;
  worker: Signal<WorkerState>;
  profiles: Signal<Profiles>;
  health: Signal<Health>;
  actions: { [Name in keyof OptionsActions]: ReturnType<typeof vi.fn<OptionsActions[Name]>> };
  /** Follows a link of the page. */
  go(hash: string): void;
  /** The pause of a person who types is over and everything has been written. */
  settle(): Promise<void>;
}

/** 2026-11-24, 9 h in Toronto. */
export const NOW = Date.UTC(2026, 10, 24, 14);

export function openOptions(hash: string, given: Partial<Settings> = {}, policy: Policy = noPolicy): OpenOptions {
  const stored = signal<Settings | null>({ ...settingsForTests(), ...given });
  const keyInfo = signal<KeyInfo | null>(null);
  const permissions = signal<Record<string, boolean>>({ iris: true });
  const damaged = signal<readonly DamagedSettings[]>([]);
  const worker = signal<WorkerState>('alive');
  const profiles = signal<Profiles>({});
  const health = signal<Health>({});
  const ok: CheckOutcome = { ok: true, code: 'ok', name: 'Marc Pelletier', role: 'approver' };
  const actions = {
    askPermission: vi.fn<OptionsActions['askPermission']>(() => Promise.resolve('granted')),
    verify: vi.fn<OptionsActions['verify']>(() => Promise.resolve(ok)),
    enrol: vi.fn<OptionsActions['enrol']>(() => Promise.resolve(ok)),
    renewKey: vi.fn<OptionsActions['renewKey']>(() => Promise.resolve(ok)),
    saveKey: vi.fn<OptionsActions['saveKey']>(() => Promise.resolve(ok)),
    askNotifications: vi.fn<OptionsActions['askNotifications']>(() => Promise.resolve(true)),
    showExample: vi.fn<OptionsActions['showExample']>(() => Promise.resolve(true)),
    diagnostic: vi.fn<OptionsActions['diagnostic']>(() => Promise.resolve('Passerelle 1.2.3')),
    forgetKey: vi.fn<OptionsActions['forgetKey']>(() => Promise.resolve(true)),
    download: vi.fn<OptionsActions['download']>(),
    discardDamaged: vi.fn<OptionsActions['discardDamaged']>(() => Promise.resolve()),
    calibrate: vi.fn<OptionsActions['calibrate']>(() => Promise.resolve({ ok: true })),
    setProfile: vi.fn<OptionsActions['setProfile']>(() => Promise.resolve({ ok: true })),
    portalDiagnostic: vi.fn<OptionsActions['portalDiagnostic']>(() => Promise.resolve({ text: 'portal: iris', isWhole: true })),
    copy: vi.fn<OptionsActions['copy']>(() => Promise.resolve(true)),
  };
  const model = createOptionsModel({
    stored,
    initial: settingsForTests(),
    save: (next) => {
      stored.value = next;
      return Promise.resolve();
    },
    later: () => () => undefined,
  });
  location.hash = hash;
  vi.stubGlobal('scrollTo', () => undefined);
  onTestFinished(() => {
    vi.unstubAllGlobals();
    location.hash = '';
  });
  const place = draw(<LiveOptions model={model} live={{ policy: signal(policy), permissions, keyInfo, damaged, profiles, health, worker }} actions={actions} version="1.2.3" now={() => NOW} />);
  return {
    place,
    model,
    stored,
    keyInfo,
    permissions,
    damaged,
    worker,
    profiles,
    health,
    actions,
    go: (next) =>
      void act(() => {
        location.hash = next;
        dispatchEvent(new Event('hashchange'));
      }),
    settle: async () => {
      await act(async () => {
        await model.flush();
        await Promise.resolve();
      });
    },
  };
}
