import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { readHour } from '../../../components/options/alerts/hours.ts';
import { defaultNotifications } from '../../../lib/state/alert-settings.ts';
import { button, byLabel, descriptionOf, one, press, type, wordsOf } from '../ui/draw.ts';
import { openOptions, type OpenOptions } from './open.tsx';
import { settingsForTests } from './settings.ts';

const alerts = (change: object = {}) => ({ alerts: { everyMinutes: 5, notifications: { ...defaultNotifications(), ...change } } });
const approver = { person: { ...settingsForTests().person, role: 'approver' as const } };
const tick = async (options: OpenOptions, label: string): Promise<void> => {
  await act(async () => {
    byLabel(options.place, label).click();
    await Promise.resolve();
    await Promise.resolve();
  });
  await options.settle();
};
const stored = ({ stored: { value } }: OpenOptions) => value?.alerts.notifications;

describe('U9 the section « Alertes »', () => {
  it('is off, and asks the browser within the click', async () => {
    const options = openOptions('#alerts');
    expect(byLabel(options.place, 'M’avertir sur le bureau').checked).toBe(false);
    await tick(options, 'M’avertir sur le bureau');
    expect(options.actions.askNotifications).toHaveBeenCalledOnce();
    expect(stored(options)?.on).toBe(true);
  });

  it('stays off when the browser refuses, and says so', async () => {
    const options = openOptions('#alerts');
    options.actions.askNotifications.mockResolvedValue(false);
    await tick(options, 'M’avertir sur le bureau');
    expect(stored(options)?.on).toBe(false);
    expect(wordsOf(one(options.place, '[role=alert]'))).toContain('rien n’a changé');
  });

  it('is switched off without asking anything', async () => {
    const options = openOptions('#alerts', alerts({ on: true }));
    await tick(options, 'M’avertir sur le bureau');
    expect(options.actions.askNotifications).not.toHaveBeenCalled();
    expect(stored(options)?.on).toBe(false);
  });

  it('says that a permission was taken back, and offers to give it', async () => {
    const options = openOptions('#alerts', alerts({ on: true }));
    await act(() => {
      options.permissions.value = { iris: true, notifications: false };
    });
    expect(wordsOf(options.place)).toContain('La permission d’avertir manque');
    press(button(options.place, 'Donner la permission'));
    expect(options.actions.askNotifications).toHaveBeenCalledOnce();
  });

  it('shows an example, and says what came of it', async () => {
    const options = openOptions('#alerts', alerts({ on: true }));
    await act(() => {
      options.permissions.value = { iris: true, notifications: true };
    });
    await act(async () => press(button(options.place, 'Montrer un exemple')));
    expect(wordsOf(options.place)).toContain('Un exemple a été envoyé au bureau');
  });

  it('offers each role what comes to it', () => {
    expect(openOptions('#alerts', { person: { ...settingsForTests().person, role: 'representative' } }).place.textContent).not.toContain('Une nouvelle demande à approuver');
    expect(openOptions('#alerts', approver).place.textContent).toContain('Une nouvelle demande à approuver');
  });

  it('stores which kinds are wanted', async () => {
    const options = openOptions('#alerts', { ...approver, ...alerts() });
    await tick(options, 'Une nouvelle demande à approuver');
    expect(stored(options)?.kinds).toEqual(['late', 'attention', 'decided', 'unconfirmed', 'freed']);
    await tick(options, 'Une nouvelle demande à approuver');
    expect(stored(options)?.kinds).toContain('newRequest');
  });

  it('stores quiet hours as they are meant, and says under the field what is no hour', async () => {
    const options = openOptions('#alerts');
    type(byLabel(options.place, 'De'), '17 h 30');
    await options.settle();
    expect(stored(options)?.quietFrom).toBe('17:30');
    type(byLabel(options.place, 'À'), 'midi');
    expect(descriptionOf(byLabel(options.place, 'À'))).toContain('de 00:00 à 23:59');
    await tick(options, 'Tranquille aussi les fins de semaine et les jours fériés');
    expect(stored(options)).toMatchObject({ quietFrom: '17:30', quietTo: '07:30', quietDaysOff: false });
  });

  it.each([['18:00', '18:00'], ['18h', '18:00'], ['7h30', '07:30'], ['7:05', '07:05'], ['24:00', '00:00']])('U7 reads « %s » as %s', (text, value) => {
    expect(readHour(text)).toEqual({ ok: true, value });
  });

  it.each(['', '25:00', '18', '8h et 9h', '24:30'])('reads no hour in « %s »', (text) => {
    expect(readHour(text).ok).toBe(false);
  });
});

describe('U17 a worker that is dead', () => {
  it('is said on every section, and a worker of another version as well (U18)', async () => {
    const options = openOptions('#alerts');
    expect(wordsOf(options.place)).not.toContain('arrière-plan');
    await act(() => {
      options.worker.value = 'silent';
    });
    expect(wordsOf(one(options.place, '[role=alert]'))).toContain('L’arrière-plan de Passerelle ne répond pas');
    await act(() => {
      options.worker.value = 'updated';
    });
    expect(wordsOf(one(options.place, '[role=alert]'))).toContain('rechargez cette page');
  });
});

describe('U26 the diagnostic', () => {
  it('is copied with one click', async () => {
    const options = openOptions('#about');
    await act(() => Promise.resolve());
    await act(async () => press(button(options.place, 'Copier le diagnostic')));
    expect(options.actions.copy).toHaveBeenCalledExactlyOnceWith('Passerelle 1.2.3');
    expect(wordsOf(options.place)).toContain('Le diagnostic est copié');
  });

  it('is copied at once when one comes from the icon’s menu, or the button is there for it', async () => {
    Element.prototype.scrollIntoView = () => undefined;
    const options = openOptions('#about/diagnostic');
    options.actions.copy.mockRejectedValue(new Error('no'));
    await act(async () => {
      await Promise.resolve();
      await Promise.resolve();
    });
    expect(options.actions.copy).toHaveBeenCalledOnce();
    expect(wordsOf(options.place)).toContain('appuyez sur');
  });
});
