import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import styles from '../components/overlay/styles.css?inline';
import { PURGE_ALARM, purge, schedulePurge } from '../lib/background/purge.ts';
import { welcome } from '../lib/background/welcome.ts';
import { createWorker } from '../lib/background/worker.ts';
import { watchSettings } from '../lib/state/settings-store.ts';

export default defineBackground({
  main() {
    const report = (error: unknown): void => reportError(error);
    const worker = createWorker({
      fetch: (...request) => fetch(...request),
      now: () => Date.now(),
      random: () => Math.random(),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      own: { id: browser.runtime.id, base: browser.runtime.getURL('/') },
      version: browser.runtime.getManifest().version,
      openTab: (address) => browser.tabs.create({ url: address }),
      browserLanguage: () => browser.i18n.getUILanguage(),
      styles,
      report,
    });
    const settle = (): void => void worker.settle().catch(report);
    const readAgain = (): void => void worker.refresh().catch(report);

    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (answer: unknown) => void) => {
      worker.onMessage(message, sender).then(sendResponse, (error: unknown) => {
        report(error);
        sendResponse(null);
      });
      return true;
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      const isPurge = name === PURGE_ALARM;
      void (isPurge ? purge(Date.now()) : worker.onAlarm(name)).catch(report);
    });
    const begin = (): void => {
      settle();
      void worker.writeMenu().catch(report);
      void schedulePurge().catch(report);
      readAgain();
    };
    browser.runtime.onInstalled.addListener(begin);
    browser.runtime.onInstalled.addListener(({ reason }) => void welcome(reason).catch(report));
    browser.runtime.onStartup.addListener(begin);
    browser.contextMenus.onClicked.addListener(({ menuItemId }) => void worker.onMenu(String(menuItemId)).catch(report));
    browser.commands.onCommand.addListener((name) => void worker.onMenu(name).catch(report));
    // The permission is optional: until it is given there is nothing to listen to.
    const onNotificationClick = (id: string): void => void worker.onNotificationClick(id).catch(report);
    const listenToNotifications = (): void => {
      const { notifications } = browser as Partial<typeof browser>;
      if (notifications !== undefined && !notifications.onClicked.hasListener(onNotificationClick)) notifications.onClicked.addListener(onNotificationClick);
    };
    listenToNotifications();
    browser.permissions.onAdded.addListener(() => {
      listenToNotifications();
      settle();
      readAgain();
    });
    browser.permissions.onRemoved.addListener(settle);
    browser.storage.onChanged.addListener((changes) => void worker.onStoreChanged(Object.keys(changes)).catch(report));
    watchSettings(() => void worker.onSettingsChanged().catch(report));
    void worker.start().catch(report);
  },
});
