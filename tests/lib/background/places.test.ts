import { fakeBrowser, resetBrowser, state } from '../browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, goTo, menuItems, writeMenu } from '../../../lib/background/menu.ts';
import { tellNews } from '../../../lib/background/notify.ts';
import { openNotified } from '../../../lib/background/places.ts';
import { addressesStore } from '../../../lib/state/addresses-store.ts';
import { defaultNotifications } from '../../../lib/state/alert-settings.ts';
import { booking, DAY, HOUR, NOW, portalReading, settings, sources } from '../samples.ts';

const PAGE = 'https://www.irisreservation.ca/reservations/105163';
const own = (page: string): string => fakeBrowser.runtime.getURL(page as never);
const alerts = { everyMinutes: 5, notifications: { ...defaultNotifications(), on: true } };
const waiting = (bookings = [booking()]) => sources({ settings: settings({ alerts }), readings: { iris: portalReading(bookings) } });

beforeEach(() => {
  resetBrowser();
  state.granted.add('notifications');
});

describe('U15 the icon’s menu', () => {
  it('has its items once, in the language of the settings', async () => {
    await Promise.all([writeMenu('fr'), writeMenu('fr')]);
    expect(state.menu.map(({ title }) => title)).toEqual(['Afficher la licence dans le portail', 'Ouvrir les demandes', 'Copier le diagnostic']);
    await writeMenu('en');
    expect(state.menu.map(({ id }) => id)).toEqual([...menuItems]);
    expect(state.menu[0]?.title).toBe('Show the licence in the portal');
  });

  it('« Afficher la licence » opens the calendar that was last seen, else the portal', async () => {
    await goTo('showLicence', waiting());
    await addressesStore.update(() => ({ iris: { reported: null, working: null, calendar: 'https://www.irisreservation.ca/ressources' } }));
    await goTo('showLicence', waiting());
    await addressesStore.update(() => ({ iris: { reported: null, working: null, calendar: 'https://ailleurs.exemple.test/' } }));
    await goTo('showLicence', waiting());
    expect(state.opened).toEqual(['https://www.irisreservation.ca', 'https://www.irisreservation.ca/ressources', 'https://www.irisreservation.ca']);
  });

  it('« Afficher la licence » opens the options when there is no portal', async () => {
    const open = vi.fn(() => Promise.resolve());
    fakeBrowser.runtime.openOptionsPage = open;
    await goTo('showLicence', sources({ settings: settings({ portals: [] }) }));
    expect(open).toHaveBeenCalledOnce();
  });

  it('« Ouvrir les demandes » and « Copier le diagnostic » open our own pages', async () => {
    await goTo('openRequests', waiting());
    await goTo('copyDiagnostic', waiting());
    expect(state.opened).toEqual([own('/sidepanel.html#toApprove'), own('/options.html#about/diagnostic')]);
  });

  it('a name that is none of ours does nothing', async () => {
    await goTo('autre', waiting());
    expect(state.opened).toEqual([]);
  });
});

describe('U1 the shortcuts', () => {
  it('open the licence, and the request that has waited longest', async () => {
    expect([...commands]).toEqual(['show-licence', 'next-pending']);
    const first = booking({ number: '1', page: 'https://www.irisreservation.ca/reservations/1', start: NOW + 9 * DAY, end: NOW + 9 * DAY + HOUR });
    const since = (firstSeen: number) => ({ firstSeen, end: NOW + 10 * DAY, approved: null });
    await goTo('next-pending', { ...waiting([booking(), first]), sightings: { 'iris:1': since(NOW - DAY), 'iris:105163': since(NOW) } });
    await goTo('next-pending', waiting([]));
    await goTo('next-pending', waiting([booking({ page: null })]));
    expect(state.opened).toEqual([first.page, own('/sidepanel.html#toApprove'), own('/sidepanel.html#toApprove')]);
  });
});

describe('U9 a click on a notification', () => {
  it('opens the right request, and takes the notification away', async () => {
    await tellNews(waiting([]), true, 'fr');
    await tellNews(waiting(), true, 'fr');
    const [shown] = state.notifications;
    await openNotified(shown?.id ?? '', waiting());
    expect(state.opened).toEqual([PAGE]);
    expect(state.notifications).toEqual([]);
  });

  it('raises the tab that shows it already', async () => {
    state.tabs = [{ id: 7, url: PAGE }];
    await openNotified('newRequest|iris:105163', waiting());
    expect([state.raised, state.opened]).toEqual([[7], []]);
  });

  it('opens our own list for several, and for a request that is gone', async () => {
    await openNotified('many', waiting());
    await openNotified('newRequest|iris:gone', waiting());
    expect(state.opened).toEqual([own('/sidepanel.html#toApprove'), own('/sidepanel.html#toApprove')]);
  });
});
