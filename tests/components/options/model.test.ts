import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { changePerson } from '../../../components/options/edits.ts';
import { createOptionsModel, type OptionsModel } from '../../../components/options/model.ts';
import type { Settings } from '../../../lib/state/settings.ts';
import { settingsForTests } from './settings.ts';

interface Bench {
  model: OptionsModel;
  stored: { value: Settings | null };
  saves: Settings[];
  /** The pause of a person who types is over. */
  pause(): Promise<void>;
  refuse(refused: boolean): void;
}

function bench(): Bench {
  const stored = signal<Settings | null>(settingsForTests());
  const saves: Settings[] = [];
  let refused = false;
  let waiting: (() => void) | null = null;
  const model = createOptionsModel({
    stored,
    initial: settingsForTests(),
    save: async (next) => {
      await Promise.resolve();
      if (refused) throw new Error('quota');
      saves.push(next);
      stored.value = next;
      await Promise.resolve();
    },
    later: (run) => {
      waiting = run;
      return () => {
        waiting = null;
      };
    },
  });
  return {
    model,
    stored,
    saves,
    pause: async () => {
      waiting?.();
      waiting = null;
      await model.flush();
    },
    refuse: (next) => {
      refused = next;
    },
  };
}

const everyMinutes = (minutes: number) => (settings: Settings): Settings => ({ ...settings, alerts: { ...settings.alerts, everyMinutes: minutes } });
const onceMore = (settings: Settings): Settings => ({ ...settings, alerts: { ...settings.alerts, everyMinutes: settings.alerts.everyMinutes + 1 } });

describe('what the options edit', () => {
  it('shows a change at once and stores it after the pause, once for all that was typed', async () => {
    const { model, saves, pause } = bench();
    model.change(changePerson({ name: 'Ju' }));
    model.change(changePerson({ name: 'Julie' }));
    expect(model.settings.value.person.name).toBe('Julie');
    expect(saves).toEqual([]);
    await pause();
    expect(saves.map(({ person }) => person.name)).toEqual(['Julie']);
    expect(model.saveState.value.state).toBe('saved');
  });

  it('applies a change once, even when its echo comes before the answer', async () => {
    const { model, pause } = bench();
    const seen = new Set<number>();
    model.settings.subscribe(({ alerts }) => seen.add(alerts.everyMinutes));
    model.change(onceMore);
    await pause();
    expect([...seen]).toEqual([5, 6]);
  });

  it('keeps what another window stored in the same second', async () => {
    const { model, stored, saves, pause } = bench();
    model.change(everyMinutes(10));
    stored.value = { ...settingsForTests(), person: { ...settingsForTests().person, name: 'Marc' } };
    await pause();
    expect([saves[0]?.person.name, saves[0]?.alerts.everyMinutes]).toEqual(['Marc', 10]);
  });

  it('follows what another window stores', () => {
    const { model, stored } = bench();
    stored.value = everyMinutes(30)(settingsForTests());
    expect(model.settings.value.alerts.everyMinutes).toBe(30);
  });

  it('keeps what the browser refused to write, says so, and stores it at the next try', async () => {
    const { model, saves, pause, refuse } = bench();
    refuse(true);
    model.change(everyMinutes(10));
    await pause();
    expect(model.saveState.value.state).toBe('failed');
    expect(model.settings.value.alerts.everyMinutes).toBe(10);
    expect(model.isUnsaved.value).toBe(true);
    refuse(false);
    await model.flush();
    expect(saves.map(({ alerts }) => alerts.everyMinutes)).toEqual([10]);
    expect(model.isUnsaved.value).toBe(false);
  });

  it('writes nothing when nothing changed', async () => {
    const { model, saves } = bench();
    await model.flush();
    expect(saves).toEqual([]);
    expect(model.saveState.value.state).toBe('idle');
  });

  it('counts each « Enregistré », so that it is said each time', async () => {
    const { model, pause } = bench();
    model.change(everyMinutes(10));
    await pause();
    const { turn } = model.saveState.value;
    model.change(everyMinutes(11));
    await pause();
    expect(model.saveState.value.turn).toBeGreaterThan(turn);
  });
});

describe('drafts', () => {
  it('make the page unsaved while one is invalid', () => {
    const { model } = bench();
    model.setDraft('services.web5000.capacity', { text: 'mille', invalid: true });
    expect(model.isUnsaved.value).toBe(true);
    model.setDraft('services.web5000.capacity', { text: '1000', invalid: false });
    expect(model.isUnsaved.value).toBe(false);
  });

  it('go with the card that goes, and with no other', () => {
    const { model } = bench();
    for (const path of ['services.a.name', 'services.a.links.0.label', 'services.ab.name', 'portal.a.name']) model.setDraft(path, { text: '', invalid: true });
    model.dropDrafts('services.a.');
    expect([...model.drafts.value.keys()]).toEqual(['services.ab.name', 'portal.a.name']);
    model.dropDrafts('portal.a.name');
    expect([...model.drafts.value.keys()]).toEqual(['services.ab.name']);
    model.dropDrafts('');
    expect(model.drafts.value.size).toBe(0);
  });
});

describe('U5 taking back', () => {
  it('takes back what was done and keeps what was typed since', () => {
    const { model } = bench();
    model.changeUndoably(everyMinutes(60), { sentence: 'Fait.', undo: everyMinutes(5) });
    model.change(changePerson({ name: 'Julie' }));
    model.undo();
    expect([model.settings.value.alerts.everyMinutes, model.settings.value.person.name]).toEqual([5, 'Julie']);
    expect(model.undoable.value).toBeNull();
  });

  it('is no longer offered once it would take back more than it says', () => {
    const { model } = bench();
    model.changeUndoably(everyMinutes(60), { sentence: 'Importé.', undo: settingsForTests, onlyNow: true });
    model.change(changePerson({ name: 'Julie' }));
    expect(model.undoable.value).toBeNull();
    model.undo();
    expect(model.settings.value.person.name).toBe('Julie');
  });
});
