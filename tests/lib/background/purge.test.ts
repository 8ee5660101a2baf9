/** What has served its purpose is erased by itself (U24; Access Act, s. 73); what is promised is not. */
import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { unnumberedStore } from '../../../lib/background/numbered.ts';
import { PURGE_ALARM, purge, schedulePurge } from '../../../lib/background/purge.ts';
import { alertLogStore } from '../../../lib/state/alert-log.ts';
import { checklistStore } from '../../../lib/state/checklist-store.ts';
import { healthStore } from '../../../lib/state/health-store.ts';
import { invitationStore } from '../../../lib/state/invitation-store.ts';
import { emptyLedger, ledgerStore } from '../../../lib/state/ledger-store.ts';
import { outboxStore } from '../../../lib/state/outbox-store.ts';
import { saveSettings } from '../../../lib/state/settings-store.ts';
import { sightingsStore } from '../../../lib/state/sightings-store.ts';
import { typedStore } from '../../../lib/state/typed-store.ts';
import { waitsStore } from '../../../lib/state/waits-store.ts';
import { booking, DAY, entry, NOW, ofLedger, settings } from '../samples.ts';

beforeEach(() => resetBrowser());

const ago = (days: number): number => NOW - days * DAY;
const iso = (instant: number): string => new Date(instant).toISOString();
const ended = (days: number) => {
  const known = ofLedger();
  return { ...known, key: `k${days}`, booking: { ...known.booking, start: iso(ago(days) - 3_600_000), end: iso(ago(days)) } };
};
const report = (at: number) => ({ page: 'list' as const, anchors: [], failures: [], at });

describe('purging', () => {
  it('U24 erases what was sent or refused more than 30 days ago, and never what still waits', async () => {
    const entries = [
      entry({ id: 'waiting', created: ago(90), finished: null }),
      entry({ id: 'old-sent', state: 'delivered', finished: ago(31) }),
      entry({ id: 'old-refused', state: 'refused', finished: ago(31) }),
      entry({ id: 'recent', state: 'refused', finished: ago(29) }),
    ];
    await outboxStore.update((outbox) => ({ ...outbox, entries }));
    await purge(NOW);
    expect((await outboxStore.load()).entries.map(({ id }) => id)).toEqual(['waiting', 'recent']);
  });

  it('U24 erases copies of the ledger, health reports and ticks that are older', async () => {
    await ledgerStore.update(() => ({ ...emptyLedger(), bookings: [ended(31), ended(29)] }));
    await healthStore.update(() => ({ iris: { list: report(ago(31)), form: report(ago(1)) }, ancien: { list: report(ago(40)) } }));
    await checklistStore.update(() => ({ old: { end: ago(31), ticks: {} }, recent: { end: ago(2), ticks: {} } }));
    await purge(NOW);
    expect((await ledgerStore.load()).bookings.map(({ key }) => key)).toEqual(['k29']);
    expect(await healthStore.load()).toEqual({ iris: { form: report(ago(1)) } });
    await healthStore.update(() => ({ iris: { form: { ...report(ago(1)), lastWell: { save: ago(31), title: ago(29) } } } }));
    await purge(NOW);
    expect((await healthStore.load())['iris']?.form?.lastWell).toEqual({ title: ago(29) });
    expect(Object.keys(await checklistStore.load())).toEqual(['recent']);
  });

  it('U24 forgets at once what is worth something only until the event', async () => {
    await sightingsStore.update(() => ({
      over: { firstSeen: ago(3), end: ago(1), approved: null },
      ahead: { firstSeen: ago(3), end: NOW + DAY, approved: null },
    }));
    const slot = { portal: 'iris', serviceId: 'web5000', asked: ago(3), freed: null };
    await waitsStore.update(() => [{ ...slot, start: ago(2), end: ago(1) }, { ...slot, start: NOW, end: NOW + DAY }]);
    await unnumberedStore.update(() => [booking({ number: null, start: ago(2), end: ago(1) }), booking({ number: null, start: NOW, end: NOW + DAY })]);
    await alertLogStore.update(() => ({ old: ago(1), ahead: NOW + DAY }));
    const draft = { language: 'fr' as const, voices: ['screen' as const], browserOnly: false, message: '', addresses: ['guest@exemple.test'] };
    await invitationStore.update(() => ({ over: { ...draft, end: ago(1) }, ahead: { ...draft, end: NOW + DAY } }));
    await typedStore.update(() => ({ over: { value: 'guest@exemple.test', until: ago(1) }, ahead: { value: 'guest@exemple.test', until: NOW + DAY } }));
    await purge(NOW);
    expect(Object.keys(await sightingsStore.load())).toEqual(['ahead']);
    expect(await waitsStore.load()).toHaveLength(1);
    expect(await unnumberedStore.load()).toHaveLength(1);
    expect(await alertLogStore.load()).toEqual({ ahead: NOW + DAY });
    expect(Object.keys(await invitationStore.load())).toEqual(['ahead']);
    expect(Object.keys(await typedStore.load())).toEqual(['ahead']);
  });

  it('U24 keeps for as many days as the settings say', async () => {
    await saveSettings(settings({ privacy: { keepDays: 3 } }));
    await outboxStore.update((outbox) => ({ ...outbox, entries: [entry({ id: 'four', state: 'delivered', finished: ago(4) }), entry({ id: 'two', state: 'delivered', finished: ago(2) })] }));
    await purge(NOW);
    expect((await outboxStore.load()).entries.map(({ id }) => id)).toEqual(['two']);
  });

  it('writes nothing when nothing is old', async () => {
    await outboxStore.update((outbox) => ({ ...outbox, entries: [entry({ id: 'recent', state: 'delivered', finished: ago(1) })] }));
    const written: unknown[] = [];
    fakeBrowser.storage.onChanged.addListener((changes: unknown) => written.push(changes));
    await purge(NOW);
    expect(written).toEqual([]);
  });

  it('comes back each day, and only once however often it is asked for', async () => {
    await schedulePurge();
    await schedulePurge();
    expect((await fakeBrowser.alarms.getAll()).filter(({ name }) => name === PURGE_ALARM)).toMatchObject([{ periodInMinutes: 1440 }]);
  });
});
