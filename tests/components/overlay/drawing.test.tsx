/** Each view is drawn by Preact and by what a page draws with; both must show the same. */
import { render as renderWithPreact, type ComponentChild } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render, useId } from '../../../components/overlay/drawing.ts';

const renderOwn = (view: ComponentChild, root: Element): void => render(view as Parameters<typeof render>[0], root);
let own: HTMLElement;
let other: HTMLElement;
const markupOf = (root: Element): string => new XMLSerializer().serializeToString(root);
const show = (view: ComponentChild): void => {
  renderOwn(view, own);
  renderWithPreact(view, other);
  expect(markupOf(own)).toBe(markupOf(other));
};

beforeEach(() => {
  [own, other] = [document.createElement('div'), document.createElement('div')];
  document.body.append(own, other);
});
afterEach(() => {
  own.remove();
  other.remove();
});

describe('what a page draws with', () => {
  it.each<[string, ComponentChild[]]>([
    ['words and numbers', ['un', 2, null, <p key="p">trois {4}</p>, false, [<b key="b">cinq</b>, undefined, 'six']]],
    ['what is there or not', [<p key="p">{false && <b>un</b>}<i>deux</i></p>, <p key="p">{true && <b>un</b>}<i>deux</i></p>, <p key="p">{false && <b>un</b>}<i>deux</i></p>]],
    ['one element in the place of another', [<b key="x">un</b>, <i key="x">un</i>]],
    ['a list that is turned, cut and filled', ['abc', 'cba', 'b', 'xbcay', ''].map((letters) => <ul>{[...letters].map((letter) => <li key={letter}>{letter}</li>)}</ul>)],
    ['several without a parent', [<><b>un</b><i>deux</i></>, <><b>trois</b></>]],
    ['attributes that come, change and go', [<a href="#un" class="x" aria-expanded={false}>un</a>, <a href="#deux" aria-expanded data-label="y" hidden>un</a>, <a>un</a>]],
    ['a control that may not be used', [<button disabled aria-disabled="true">un</button>, <button disabled={false}>un</button>]],
    ['a drawing', [<svg viewBox="0 0 20 20" class="x" preserveAspectRatio="none" aria-hidden="true"><path stroke-width="1.7" d="M0 0" /></svg>, <svg viewBox="0 0 10 10"><path d="M1 1" /></svg>]],
    ['where something stands', [<span style={{ left: '1px', visibility: 'hidden' }} />, <span style={{ left: '2px', visibility: 'visible' }} />]],
  ])('shows what Preact shows: %s', (_title, views) => {
    for (const view of views) show(view);
    show(null);
    expect(own.childNodes).toHaveLength(0);
  });

  it('draws a drawing as one', () => {
    show(<svg><path d="M0 0" /></svg>);
    expect(own.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  });

  it('shows both of two that have one key', () => {
    renderOwn([<p key="x">un</p>, <p key="x">deux</p>], own);
    renderOwn([<p key="x">un</p>, <p key="x">trois</p>], own);
    expect(own.textContent).toBe('untrois');
  });

  it('keeps the nodes that stay, and the person’s place in them', () => {
    const view = (before: boolean) => <div>{before && <p>avant</p>}<input id="own" /><p>après</p></div>;
    renderOwn(view(false), own);
    const input = own.querySelector('input')!;
    input.focus();
    for (const before of [true, false, true]) {
      renderOwn(view(before), own);
      expect(own.querySelector('input')).toBe(input);
      expect(document.activeElement).toBe(input);
    }
  });

  it('puts back what a control must hold, whatever was typed in it', () => {
    const view = <p><input id="text" value="un" /><input id="box" type="checkbox" checked={false} /></p>;
    show(view);
    const [text, box] = [own.querySelector<HTMLInputElement>('#text')!, own.querySelector<HTMLInputElement>('#box')!];
    [text.value, box.checked] = ['deux', true];
    show(view);
    expect([text.value, box.checked]).toEqual(['un', false]);
  });

  it('chooses of a list what came with it', () => {
    const list = (...values: string[]) => <select value={values.at(-1)!}>{values.map((value) => <option key={value} value={value}>{value}</option>)}</select>;
    show(list('un', 'deux'));
    expect(own.querySelector('select')?.value).toBe('deux');
    show(list('un', 'deux', 'trois'));
    expect(own.querySelector('select')?.value).toBe('trois');
  });

  it('calls the handler that was given last, once, and none that was taken back', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    for (const onClick of [first, second]) renderOwn(<button onClick={onClick}>un</button>, own);
    own.querySelector('button')!.click();
    renderOwn(<button>un</button>, own);
    own.querySelector('button')!.click();
    renderOwn(<button onClick={second}>un</button>, own);
    own.querySelector('button')!.click();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 2]);
  });

  it('leaves out a handler that is not there', () => {
    expect(() => {
      renderOwn(<button onClick={undefined}>un</button>, own);
      own.querySelector('button')!.click();
    }).not.toThrow();
  });
});

describe('an identifier', () => {
  it('stays as long as its component stands in one place, and belongs to it alone', () => {
    const Labelled = ({ words }: { words: string }) => {
      const [one, more] = [useId(), useId()];
      return <p><label for={one}>{words}</label><input id={one} aria-describedby={more} /><i id={more} /></p>;
    };
    const idsOf = (place: HTMLElement) => [...place.querySelectorAll('[id]')].map(({ id }) => id);
    const view = (words: string, third: boolean) => <div><Labelled words={words} />{third && <Labelled words="trois" />}<Labelled words="deux" /></div>;
    renderOwn(view('un', false), own);
    const before = idsOf(own);
    renderOwn(view('autre', true), own);
    const after = idsOf(own);
    expect(new Set(before).size).toBe(4);
    expect(new Set(after).size).toBe(6);
    expect(before.every((id) => after.includes(id) && !/\s/u.test(id))).toBe(true);
    expect(own.querySelector('label')?.htmlFor).toBe(own.querySelector('input')?.id);
  });
});
