import { describe, expect, it, vi } from 'vitest';
import { createAssistant } from '../../../lib/calibration/assistant.ts';
import { startProgress } from '../../../lib/calibration/acts.ts';
import { emptyPatch } from '../../../lib/calibration/patch.ts';
import type { AssistantPorts } from '../../../lib/calibration/ports.ts';
import { anyPortal } from '../../../lib/portal/profiles/any.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { markup, NOW, show } from '../portal/pages.ts';

const open = (page: string, change: Partial<AssistantPorts> = {}) => {
  show(markup(page));
  const ports: AssistantPorts = {
    document, url: () => 'https://autre.exemple.test/demande', now: () => NOW, clock: () => 0, today: () => '2026-11-22',
    keep: vi.fn(), save: vi.fn(() => Promise.resolve(true)), go: vi.fn(), settled: () => Promise.resolve(), close: vi.fn(), ...change,
  };
  const progress = startProgress(emptyPatch(anyPortal, { id: 'autre', name: 'Autre' }));
  const assistant = createAssistant({ portal: { id: 'autre', name: 'Autre' }, language: 'fr', base: anyPortal, progress, cards: [...presets], roster: [...establishments] }, ports);
  return { assistant, ports, view: () => assistant.state.value.view };
};
type Opened = ReturnType<typeof open>;

/** Types the beginning of what is to be shown, as a person without a mouse does. */
function showByKeys({ assistant, view }: Opened, words: string): void {
  for (const letter of words) assistant.actions.key(letter, false);
  assistant.actions.key('Enter', false);
  const shown = view();
  if (shown.name !== 'ways') throw new Error(`Nothing was shown by « ${words} ».`);
  assistant.actions.accept();
}

const forms: Record<string, string> = { save: 'enregistrer et', title: 'titre', resource: 'ressource', date: 'date', start: 'heure de d', end: 'heure de f', freeText: 'comment' };

describe('the assistant on a form that it knows nothing of', () => {
  it.each(['classic/form', 'roles/form'])('C5 %s is learnt by the keyboard alone, and nothing of the page is pressed or changed', (page) => {
    const opened = open(page);
    const { assistant, view, ports } = opened;
    const before = document.body.innerText + document.body.querySelectorAll('*').length;
    const heard = vi.fn();
    for (const type of ['click', 'input', 'change', 'submit', 'pointerdown', 'focusin']) document.addEventListener(type, heard, true);
    expect(view()).toEqual({ name: 'page', recognised: null });
    assistant.actions.choosePage('form');
    assistant.actions.begin();
    for (let count = 0; count < 12; count += 1) {
      const current = view();
      if (current.name !== 'ask') break;
      const words = forms[current.anchor];
      if (words === undefined) assistant.actions.absent();
      else showByKeys(opened, words);
    }
    expect(view()).toMatchObject({ name: 'plan', page: 'form', left: 0, outcome: { ok: true, missing: [], counts: { saves: expect.any(Number), title: 1, freeText: 1 } } });
    expect(heard).not.toHaveBeenCalled();
    expect(document.body.innerText + document.body.querySelectorAll('*').length).toBe(before);
    expect(ports.keep).toHaveBeenCalled();
  });

  it('C5 the arrows go out, in and along, and Escape lets go', () => {
    const { assistant, view } = open('classic/form');
    assistant.actions.choosePage('form');
    assistant.actions.begin();
    assistant.actions.key('Tab', false);
    const first = JSON.stringify(view());
    assistant.actions.key('ArrowUp', false);
    expect(JSON.stringify(view())).not.toBe(first);
    assistant.actions.key('ArrowDown', false);
    assistant.actions.key('ArrowRight', false);
    assistant.actions.key('ArrowLeft', false);
    expect(assistant.actions.key('F5', false)).toBe(false);
    assistant.actions.key('Escape', false);
    expect(view()).toMatchObject({ name: 'ask', picking: false });
  });

  it('C5 what cannot be told from others is not kept', () => {
    const { assistant, view } = open('classic/form');
    document.body.replaceChildren(...['a', 'b'].map(() => Object.assign(document.createElement('i'), { textContent: '' })));
    assistant.actions.choosePage('form');
    assistant.actions.begin();
    assistant.actions.key('Enter', false);
    expect(view()).toMatchObject({ name: 'ask', anchor: 'save' });
  });

  it('C5 the dry run reads where it stands, and leaves for no page that was not met', async () => {
    const { assistant, view, ports } = open('classic/form');
    assistant.actions.choosePage('form');
    assistant.actions.dryRun();
    await vi.waitFor(() => expect(view()).toMatchObject({ name: 'end', unseen: ['calendar', 'list', 'detail'], outcomes: [{ page: 'form', ok: false }] }));
    expect(ports.go).not.toHaveBeenCalled();
    assistant.actions.save();
    await vi.waitFor(() => expect(view()).toMatchObject({ name: 'end', saved: true }));
  });
});
