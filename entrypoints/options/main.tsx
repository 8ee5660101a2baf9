import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { LiveOptions } from '../../components/options/LiveOptions.tsx';
import { createOptionsModel } from '../../components/options/model.ts';
import { keyInfoStore } from '../../lib/state/keys.ts';
import { defaultSettings, discardDamagedSettings, loadDamagedSettings, saveSettings, settingsSignal, startSettingsSignal } from '../../lib/state/settings-store.ts';
import { UsagePortsProvider } from '../../components/options/usage/ports.ts';
import { optionsActions } from './actions.ts';
import { startPermissions } from './permissions.ts';
import { startUsagePorts } from './usage.ts';

/** The pause of a person who types, in milliseconds. */
const PAUSE = 500;

const root = document.getElementById('app');
if (root !== null) {
  await startSettingsSignal();
  const keyInfo = signal(await keyInfoStore.load());
  keyInfoStore.watch((next) => {
    keyInfo.value = next;
  });
  const damaged = signal(await loadDamagedSettings());
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
  const actions = {
    ...optionsActions,
    discardDamaged: async () => {
      await discardDamagedSettings();
      damaged.value = [];
    },
  };
  const permissions = await startPermissions(model.settings);
  const usagePorts = await startUsagePorts();
  render(
    <UsagePortsProvider value={usagePorts}>
      <LiveOptions
        model={model} live={{ permissions, keyInfo, damaged }} actions={actions}
        version={browser.runtime.getManifest().version} now={() => Date.now()}
      />
    </UsagePortsProvider>,
    root,
  );
}
