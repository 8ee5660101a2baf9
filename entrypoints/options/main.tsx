import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { LiveOptions } from '../../components/options/LiveOptions.tsx';
import { createOptionsModel } from '../../components/options/model.ts';
import { loadSources } from '../../lib/background/sources.ts';
import { diagnosticText } from '../../lib/state/diagnostic.ts';
import { followTogether } from '../../lib/state/follow.ts';
import { healthStore } from '../../lib/state/health-store.ts';
import { keyInfoStore } from '../../lib/state/keys.ts';
import { profilesStore } from '../../lib/state/profiles-store.ts';
import { policySignal, settingsSignal, startPolicySignal, startSettingsSignal } from '../../lib/state/settings-signals.ts';
import { defaultSettings, discardDamagedSettings, loadDamagedSettings, saveSettings } from '../../lib/state/settings-store.ts';
import { askWorker } from '../../lib/state/worker-calls.ts';
import { startWorkerHealth } from '../../lib/state/worker-health.ts';
import { UsagePortsProvider } from '../../components/options/usage/ports.ts';
import { optionsActions } from './actions.ts';
import { startPermissions } from './permissions.ts';
import { startUsagePorts } from './usage.ts';

/** The pause of a person who types, in milliseconds. */
const PAUSE = 500;
/** A worker that is cold answers within this, in milliseconds. */
const PING_PATIENCE = 5_000;

const root = document.getElementById('app');
if (root !== null) {
  const [usagePorts, { values: known }, copies] = await Promise.all([
    startUsagePorts(), followTogether({ keyInfo: keyInfoStore, profiles: profilesStore, health: healthStore }),
    // Reading the settings may put a damaged copy aside.
    startSettingsSignal().then(loadDamagedSettings), startPolicySignal(),
  ]);
  const keyInfo = computed(() => known.value.keyInfo);
  const profiles = computed(() => known.value.profiles);
  const health = computed(() => known.value.health);
  const damaged = signal(copies);
  const model = createOptionsModel({
    stored: settingsSignal,
    initial: defaultSettings(),
    save: saveSettings,
    later: (run) => {
      const timer = setTimeout(run, PAUSE);
      return () => clearTimeout(timer);
    },
  });
  // A choice, and a field that is left, are stored at once; the pause is for typing.
  for (const event of ['change', 'focusout', 'visibilitychange'] as const) document.addEventListener(event, () => void model.flush());
  // What is not stored yet is not lost with the tab without a word.
  addEventListener('beforeunload', (event) => {
    void model.flush();
    if (model.isUnsaved.peek()) event.preventDefault();
  });
  const { version } = browser.runtime.getManifest();
  const worker = startWorkerHealth({
    ping: () => askWorker({ type: 'worker.ping' }, PING_PATIENCE),
    version,
    isVisible: () => document.visibilityState === 'visible',
    every: (milliseconds, run) => {
      const timer = setInterval(run, milliseconds);
      return () => clearInterval(timer);
    },
  });
  const permissions = await startPermissions(model.settings);
  const actions = {
    ...optionsActions,
    diagnostic: async () => {
      await worker.look();
      const sources = await loadSources(Date.now());
      return diagnosticText({
        ...sources,
        version,
        browser: navigator.userAgent,
        key: keyInfo.peek(),
        worker: worker.state.peek(),
        permissions: permissions.peek(),
      });
    },
    discardDamaged: async () => {
      await discardDamagedSettings();
      damaged.value = [];
    },
  };
  render(
    <UsagePortsProvider value={usagePorts}>
      <LiveOptions
        model={model} live={{ policy: policySignal, permissions, keyInfo, damaged, profiles, health, worker: worker.state }} actions={actions}
        version={version} now={() => Date.now()}
      />
    </UsagePortsProvider>,
    root,
  );
}
