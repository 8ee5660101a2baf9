import '../../lib/browser.ts';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showAssistant } from '../../../components/calibration/show.tsx';
import type { AssistantActions, AssistantState, View } from '../../../lib/calibration/views.ts';

const actions = new Proxy({}, { get: () => vi.fn() }) as AssistantActions;
const stateOf = (view: View): AssistantState => ({ view, frame: null, canUndo: false, atStart: false });
const ask = (anchor: string, picking = true): View => ({ name: 'ask', page: 'form', anchor, sort: 'field', at: 1, of: 2, picking, under: null });
const ways: View = { name: 'ways', page: 'form', anchor: 'title', picked: { sort: 'field', said: 'Titre' }, ways: [], chosen: null, outcome: null };

let end = new AbortController();
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => end.abort());

describe('the focus of the assistant', () => {
  it('C5 stands where the next key belongs as soon as the question changes, before any frame', () => {
    const state = signal(stateOf(ask('title')));
    showAssistant(document, { language: 'fr', portal: { name: 'IRIS' } }, { state, actions }, end.signal);
    const focused = (): Element | null | undefined => document.querySelector('passerelle-calibration')?.shadowRoot?.activeElement;
    const places = [ask('title'), ways, ask('freeText'), ask('freeText', false)].map((view) => {
      state.value = stateOf(view);
      return focused()?.matches('[role=application]') === true ? 'page' : focused()?.matches('[data-title]') === true ? 'title' : null;
    });
    expect(places).toEqual(['page', 'title', 'page', 'title']);
  });
});
