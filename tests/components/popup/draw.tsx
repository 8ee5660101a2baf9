/** Draws the popup from samples and keeps what was clicked. */
import '../../lib/browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { PopupActions } from '../../../components/popup/context.ts';
import { Popup, type PopupProps } from '../../../components/popup/Popup.tsx';
import { popupModel, type ModelSources } from '../../../lib/state/model.ts';
import { NOW, sources } from '../../lib/samples.ts';

type Spies = { [Name in keyof PopupActions]: ReturnType<typeof vi.fn<PopupActions[Name]>> };

export const actions: Spies = {
  refresh: vi.fn(), send: vi.fn(), undo: vi.fn(), cancel: vi.fn(), retry: vi.fn(), dismiss: vi.fn(),
  copyInvitation: vi.fn(), openOptions: vi.fn(), givePermission: vi.fn(),
  start: vi.fn(() => Promise.resolve({ ok: true as const })), finish: vi.fn(() => Promise.resolve({ ok: true as const })),
  readBack: vi.fn(() => Promise.resolve({ ok: true as const, settings: null, at: NOW })),
  tick: vi.fn(), setInitials: vi.fn(), setSingleKeys: vi.fn(), save: vi.fn(), printToday: vi.fn(), openPanel: vi.fn(),
  calibrate: vi.fn(), copyDiagnostic: vi.fn(),
  revealKey: vi.fn(() => Promise.resolve({ ok: false as const, code: 'keyShown' as const, detail: null })), copyText: vi.fn(), announce: vi.fn(),
  readStays: vi.fn(() => Promise.resolve({ ok: true as const, stays: { minutes: [60, 5], reports: null } })),
  readSlots: vi.fn(() => Promise.resolve({ ok: true as const, slots: [] })),
  askSlot: vi.fn(() => Promise.resolve({ ok: true as const })), answerSlot: vi.fn(() => Promise.resolve({ ok: true as const })),
  readRooms: vi.fn(() => Promise.resolve({ ok: true as const, requests: [] })),
  askRoom: vi.fn(() => Promise.resolve({ ok: true as const })), decideRoom: vi.fn(() => Promise.resolve({ ok: true as const })),
};

let root: HTMLElement | null = null;

export function draw(change: Partial<ModelSources> = {}, props: Partial<PopupProps> = {}): HTMLElement {
  if (root === null || !root.isConnected) {
    root = document.createElement('div');
    document.body.replaceChildren(root);
  }
  const model = popupModel({ ...sources(), health: {}, key: { id: 'marc-1', added: NOW, kind: 'v1a' }, language: 'fr', ...change });
  const place = root;
  act(() => render(<Popup model={model} actions={actions} said={{ text: '', turn: 0 }} silent={false} loading={false} {...props} />, place));
  return place;
}

export function clean(): void {
  if (root !== null) render(null, root);
  root?.remove();
  root = null;
  for (const action of Object.values(actions)) action.mockClear();
}

/** What a person reads: no-break spaces are spaces. */
export const textOf = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();

export const buttons = (within: Element, name: RegExp): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>('button')].filter((button) => name.test((button.getAttribute('aria-label') ?? textOf(button)).replace(/\s+/gu, ' ')));

export const press = (element: Element | undefined): void => void act(() => (element as HTMLElement).click());

export const openTab = (within: Element, name: RegExp): void => press([...within.querySelectorAll('[role=tab]')].find((tab) => name.test(textOf(tab))));

export const items = (within: Element): HTMLElement[] => [...within.querySelectorAll<HTMLElement>('.pa-popup-item')];
