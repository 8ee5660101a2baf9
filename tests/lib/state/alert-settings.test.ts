import { describe, expect, it } from 'vitest';
import { defaultNotifications, isQuiet, notificationSettings } from '../../../lib/state/alert-settings.ts';
import { readSettings } from '../../../lib/state/settings-store.ts';
import { settings } from '../samples.ts';

const at = (text: string): number => Date.parse(text);
const night = { ...defaultNotifications(), quietFrom: '18:00', quietTo: '07:30', quietDaysOff: false };

describe('U9 quiet hours, by Toronto’s clock', () => {
  it.each([
    ['2026-11-24T22:59:00Z', false, '17 h 59'],
    ['2026-11-24T23:00:00Z', true, '18 h 00'],
    ['2026-11-25T12:29:00Z', true, '7 h 29'],
    ['2026-11-25T12:30:00Z', false, '7 h 30'],
    // Over the night of 1 November 2026 the clock goes back an hour: 7 h 29 is 12:29Z afterwards, 11:29Z before.
    ['2026-10-31T11:29:00Z', true, '7 h 29, summer time'],
    ['2026-10-31T11:30:00Z', false, '7 h 30, summer time'],
    ['2026-11-01T12:29:00Z', true, '7 h 29, the morning after'],
  ])('%s is quiet: %s (%s)', (text, quiet) => {
    expect(isQuiet(night, at(text))).toBe(quiet);
  });

  it('may lie within a day, and are never when both hours are the same', () => {
    const noon = { ...night, quietFrom: '12:00', quietTo: '13:00' };
    expect(['2026-11-24T16:59:00Z', '2026-11-24T17:00:00Z', '2026-11-24T18:00:00Z'].map((text) => isQuiet(noon, at(text)))).toEqual([false, true, false]);
    expect(isQuiet({ ...night, quietFrom: '12:00', quietTo: '12:00' }, at('2026-11-24T17:00:00Z'))).toBe(false);
  });

  it('hold on weekends and Québec’s holidays for those who want it', () => {
    const daysOff = { ...night, quietDaysOff: true };
    // Saturday, Canada Day 2027, a Tuesday; all at 10 h.
    expect(['2026-11-21T15:00:00Z', '2027-07-01T14:00:00Z', '2026-11-24T15:00:00Z'].map((text) => isQuiet(daysOff, at(text)))).toEqual([true, true, false]);
  });
});

describe('the settings of the alerts', () => {
  it('are off by default, and settings of before they existed are whole', () => {
    const { alerts, ...rest } = settings();
    const { settings: read, lost } = readSettings({ ...rest, alerts: { everyMinutes: alerts.everyMinutes } });
    expect(lost).toEqual([]);
    expect(read.alerts).toEqual({ everyMinutes: 5, notifications: { ...defaultNotifications(), on: false } });
  });

  it.each(['24:00', '7:30', '07h30', '', '07:60'])('take no hour like « %s »', (quietFrom) => {
    expect(notificationSettings.safeParse({ ...defaultNotifications(), quietFrom }).success).toBe(false);
  });
});
