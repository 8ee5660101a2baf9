import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { LiveOptions } from '../../components/options/LiveOptions.tsx';
import { createOptionsModel } from '../../components/options/model.ts';
import { keyInfoStore } from '../../lib/state/keys.ts';
import { defaultSettings, discardDamagedSettings, loadDamagedSettings, saveSettings, settingsSignal, startSettingsSignal } from '../../lib/state/settings-store.ts';
import { optionsActions } from './actions.ts';
import { startPermissions } from './permissions.ts';

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
  // What was typed in the last half second is not lost with the tab.
  document.addEventListener('visibilitychange', () => void model.flush());
  addEventListener('pagehide', () => void model.flush());
  addEventListener('beforeunload', (event) => {
    const isWaiting = [...model.drafts.peek().values()].some(({ invalid }) => invalid) || model.saveState.peek().state === 'failed';
    if (isWaiting) event.preventDefault();
  });
  const actions = {
    ...optionsActions,
    discardDamaged: async () => {
      await discardDamagedSettings();
      damaged.value = [];
    },
  };
  const permissions = await startPermissions(model.settings);
  render(
    <LiveOptions
      model={model} live={{ permissions, keyInfo, damaged }} actions={actions}
      version={browser.runtime.getManifest().version} now={() => Date.now()}
    />,
    root,
  );
}
