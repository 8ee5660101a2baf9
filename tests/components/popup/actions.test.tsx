import { fakeBrowser, resetBrowser } from '../../lib/browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyInvitation } from '../../../components/popup/clipboard.ts';
import { LivePopup } from '../../../components/popup/LivePopup.tsx';
import { checklistStore } from '../../../lib/state/checklist-store.ts';
import { healthStore } from '../../../lib/state/health-store.ts';
import { ledgerStore } from '../../../lib/state/ledger-store.ts';
import { startLive, type Live } from '../../../lib/state/live.ts';
import { outboxStore } from '../../../lib/state/outbox-store.ts';
import { withReport } from '../../../lib/state/portal-health.ts';
import { readingsStore } from '../../../lib/state/readings-store.ts';
import { saveSettings } from '../../../lib/state/settings-store.ts';
import { askWorker, WorkerSilent } from '../../../lib/state/worker-calls.ts';
import { booking, conference, entry, NOW, ofLedger, portalReading, settings } from '../../lib/samples.ts';
import { buttons, openTab, press, textOf } from './draw.tsx';

let live: Live;
let root: HTMLElement;
let asked: unknown[];
let answers: Record<string, unknown>;

/** Lets what was asked be answered, and the answer be drawn. */
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));

const open = async () => {
  live = await startLive(() => NOW);
  act(() => render(<LivePopup live={live} />, root));
  await settle();
};

beforeEach(async () => {
  resetBrowser();
  asked = [];
  answers = { refresh: { started: true } };
  fakeBrowser.runtime.sendMessage = ((message: { type: string }) => {
    asked.push(message);
    return message.type in answers ? Promise.resolve(answers[message.type]) : Promise.reject(new Error('Could not establish connection.'));
  }) as typeof fakeBrowser.runtime.sendMessage;
  root = document.createElement('div');
  document.body.replaceChildren(root);
  await saveSettings(settings());
  await readingsStore.update(() => ({ iris: portalReading([booking({ status: 'approved' })]) }));
});
afterEach(() => {
  render(null, root);
  live.stop();
  // The clipboard outlives a test: what one has heard copied is not another's.
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the live popup', () => {
  it('shows what is cached at once, then asks for a refresh', async () => {
    await open();
    expect(textOf(root)).toContain('Bilan régional de vaccination');
    expect(asked).toEqual([{ type: 'refresh' }]);
  });

  it('follows the stores', async () => {
    await open();
    await act(async () => void (await readingsStore.update(() => ({ iris: portalReading([]) }))));
    expect(textOf(root)).toContain('Aucune rencontre à créer');
    await act(async () => void (await ledgerStore.update((ledger) => ({ ...ledger, problem: 'unreachable' }))));
    await act(async () => void (await fakeBrowser.storage.local.set({ key: { id: 'marc-1', added: NOW } })));
    expect(textOf(root)).toContain('Compagnon injoignable');
  });

  it('carries a click to the worker and says what will happen', async () => {
    answers['send'] = { accepted: ['iris:105163'], refused: [] };
    await open();
    press(buttons(root, /Créer la rencontre Zoom «/u)[0]);
    await settle();
    expect(asked.at(-1)).toEqual({ type: 'send', keys: ['iris:105163'] });
    expect(textOf(root.querySelector('[role=status][aria-live]'))).toBe('La rencontre sera créée dans 8 secondes. Vous pouvez annuler.');
  });

  it('says why something does not go', async () => {
    answers['send'] = { accepted: [], refused: [{ key: 'iris:105163', why: 'full' }] };
    await open();
    press(buttons(root, /Créer la rencontre Zoom «/u)[0]);
    await settle();
    expect(textOf(root.querySelector('[role=status][aria-live]'))).toContain('La file d’envoi est pleine');
  });

  it('says that a click came to nothing when the worker does not answer', async () => {
    await open();
    press(buttons(root, /Créer la rencontre Zoom «/u)[0]);
    await settle();
    expect(textOf(root.querySelector('[role=status][aria-live]'))).toContain('Le clic n’a pas pu être enregistré.');
  });

  it('U5 says when it is too late to take a click back', async () => {
    await outboxStore.update((outbox) => ({ ...outbox, entries: [entry({ notBefore: NOW + 5000 })] }));
    answers['undo'] = { accepted: [], refused: [] };
    await open();
    press(buttons(root, /Annuler l’envoi/u)[0]);
    await settle();
    expect(asked.at(-1)).toEqual({ type: 'undo', keys: ['iris:105163'] });
    expect(textOf(root.querySelector('[role=status][aria-live]'))).toContain('Trop tard');
  });

  it('U17 says that the worker is dead', async () => {
    answers = {};
    await open();
    expect(textOf(root)).toContain('Passerelle ne répond pas');
  });

  it('S0-26 copies the invitation as text and HTML, and says so', async () => {
    const written: unknown[] = [];
    vi.stubGlobal(
      'ClipboardItem',
      class {
        readonly parts: Record<string, Blob>;
        constructor(parts: Record<string, Blob>) {
          this.parts = parts;
        }
      },
    );
    vi.spyOn(navigator.clipboard, 'write').mockImplementation((items) => Promise.resolve(void written.push(...items)));
    await ledgerStore.update((ledger) => ({ ...ledger, bookings: [ofLedger({ state: 'scheduled', conference }, booking({ status: 'approved' }))] }));
    await open();
    openTab(root, /Planifiées/u);
    press(buttons(root, /Copier l’invitation/u)[0]);
    await settle();
    const [item] = written as { parts: Record<string, Blob> }[];
    expect(await item?.parts['text/plain']?.text()).toBe('Invitation en texte');
    expect(await item?.parts['text/html']?.text()).toBe('<p>Invitation en <b>HTML</b></p>');
    expect([...root.querySelectorAll('[role=status][aria-live]')].map(textOf).join(' ')).toContain('Invitation copiée');
  });
});

describe('a red anchor, live', () => {
  const told = (health: 'found' | 'missing') => ({ page: 'form' as const, anchors: [{ anchor: 'save', health, matches: 0 }], failures: [] });
  const copied = (): string => textOf(root.querySelector('[role=status][aria-live]'));

  it('C4 is named as soon as the worker is told, with when it was last found; the diagnostic gives that and the structure', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Passerelle', version: '1.2.3' });
    answers['portal.structure'] = { structure: 'path /reservations\nform' };
    await open();
    const well = withReport({}, 'iris', told('found'), '1', NOW - 86_400_000);
    await act(async () => void (await healthStore.update(() => well)));
    expect(textOf(root)).not.toContain('introuvable');
    await act(async () => void (await healthStore.update(() => withReport(well, 'iris', told('missing'), '1', NOW))));
    expect(textOf(root)).toMatch(/Bouton qui enregistre la réservation : introuvable \(formulaire, à .*\) Trouvé pour la dernière fois le \d+ \p{L}+ à \d+/u);
    press(buttons(root, /Copier le diagnostic/u)[0]);
    await settle();
    expect(asked.at(-1)).toEqual({ type: 'portal.structure', portal: 'iris' });
    expect(copied()).toBe('Le diagnostic est copié. Il ne contient aucun renseignement personnel.');
    expect(write.mock.calls[0]?.[0]).toMatch(/anchor save: missing \(0\) last well \d{4}-[\s\S]*\nstructure: path \/reservations\nform$/u);
    answers['portal.structure'] = { structure: null };
    press(buttons(root, /Copier le diagnostic/u)[0]);
    await settle();
    expect(copied()).toContain('sans la structure de la page : aucune page de ce portail n’est ouverte');
    delete answers['portal.structure'];
    press(buttons(root, /Copier le diagnostic/u)[0]);
    await settle();
    expect(write.mock.calls[2]?.[0]).toContain('structure: no page of the portal is open');
  });
});

describe('the day, live', () => {
  const soon = booking({ status: 'approved', start: NOW + 1_800_000, end: NOW + 3_600_000 });
  const openToday = async (state: 'scheduled' | 'live' = 'scheduled') => {
    await readingsStore.update(() => ({ iris: portalReading([soon]) }));
    await ledgerStore.update((ledger) => ({ ...ledger, bookings: [ofLedger({ state, conference }, soon)] }));
    await open();
    openTab(root, /Aujourd’hui/u);
  };
  const said = () => textOf(root.querySelector('[role=status][aria-live]'));

  it('S0-28 asks the worker to start, and says that the link is kept nowhere', async () => {
    answers['day.start'] = { ok: true };
    await openToday();
    press(buttons(root, /^Démarrer la rencontre «/u)[0]);
    await settle();
    expect(asked.at(-1)).toEqual({ type: 'day.start', key: 'iris:105163' });
    expect(said()).toContain('Le lien de démarrage n’est gardé nulle part.');
  });

  it('S0-30 asks for the end with the confirmation in the message', async () => {
    answers['day.end'] = { ok: true };
    await openToday('live');
    press(buttons(root, /^Mettre fin à la rencontre «/u)[0]);
    press(buttons(root, /^Oui, mettre fin$/u)[0]);
    await settle();
    expect(asked.at(-1)).toEqual({ type: 'day.end', key: 'iris:105163', confirmed: true });
    expect(said()).toContain('La fin est demandée à Zoom.');
  });

  it('U17 says that the worker is dead, where the click was made', async () => {
    await openToday();
    press(buttons(root, /^Démarrer la rencontre «/u)[0]);
    await settle();
    expect(textOf([...root.querySelectorAll('[role=alert]')].at(-1))).toContain('Raison : Passerelle ne répond pas.');
  });

  it('F06 a tick is on the disk and on the screen, and a full disk is said', async () => {
    await openToday();
    const boxes = () => [...root.querySelectorAll<HTMLInputElement>('.pa-popup-check input')];
    press(boxes()[0]);
    await settle();
    expect(textOf(root.querySelector('.pa-popup-check'))).toContain('10 h 00 · MP');
    expect((await checklistStore.load())['iris:105163']?.ticks).toEqual({ 'Démarrer la rencontre Zoom': { at: NOW, initials: 'MP' } });
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QuotaExceededError'));
    press(boxes()[1]);
    await settle();
    expect(said()).toContain('La case n’a pas pu être enregistrée');
  });

  it('U21 the popup prints from a page of its own, the panel prints itself', async () => {
    const created: unknown[] = [];
    vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(((tab: unknown) => Promise.resolve(void created.push(tab))) as never);
    await openToday();
    press(buttons(root, /Imprimer la feuille de route/u)[0]);
    await settle();
    expect(JSON.stringify(created)).toContain('sidepanel.html#today+print');
    const print = vi.fn();
    vi.stubGlobal('print', print);
    act(() => render(null, root));
    act(() => render(<LivePopup live={live} place="panel" hash="#today+print" />, root));
    await settle();
    expect(print).toHaveBeenCalledTimes(1);
    press(buttons(root, /Imprimer la feuille de route/u)[0]);
    expect(print).toHaveBeenCalledTimes(2);
  });

  it('U14 opens the side panel, and says so when the browser refuses', async () => {
    const opened = vi.fn(() => Promise.resolve());
    vi.stubGlobal('chrome', { sidePanel: { open: opened }, windows: { WINDOW_ID_CURRENT: -2 } });
    await openToday();
    press(buttons(root, /Ouvrir dans le panneau latéral/u)[0]);
    await settle();
    expect(opened).toHaveBeenCalledWith({ windowId: -2 });
    vi.stubGlobal('chrome', {});
    press(buttons(root, /Ouvrir dans le panneau latéral/u)[0]);
    await settle();
    expect(said()).toContain('Le panneau latéral n’a pas pu s’ouvrir.');
  });
});

describe('the clipboard', () => {
  it('takes the text alone where the browser knows no items', async () => {
    vi.stubGlobal('ClipboardItem', undefined);
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await copyInvitation(conference.invitation);
    expect(write).toHaveBeenCalledWith('Invitation en texte');
    live = await startLive(() => NOW);
  });
});

describe('asking the worker', () => {
  beforeEach(async () => {
    live = await startLive(() => NOW);
  });

  it.each([[undefined], [null], ['oui'], [{ refused: 'sender' }]])('an answer of %j is silence', async (answer) => {
    answers['refresh'] = answer;
    await expect(askWorker({ type: 'refresh' })).rejects.toBeInstanceOf(WorkerSilent);
  });

  it('is given up after a while', async () => {
    vi.useFakeTimers();
    answers['refresh'] = new Promise(() => undefined);
    const asking = askWorker({ type: 'refresh' }, 5_000);
    const silent = expect(asking).rejects.toBeInstanceOf(WorkerSilent);
    await vi.advanceTimersByTimeAsync(5_000);
    await silent;
    vi.useRealTimers();
  });
});
