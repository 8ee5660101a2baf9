import { describe, expect, it } from 'vitest';
import { placeAfter, placeBefore } from '../../../lib/features/place.ts';

/** The page's own boxes as text, ours as « ★ ». */
function shape(markup: string, place: (element: Element, host: HTMLElement) => void): string {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
  const host = document.createElement('passerelle-facts');
  host.textContent = '★';
  place(document.querySelector('[data-here]')!, host);
  place(document.querySelector('[data-here]')!, host);
  const draw = (node: Node): string =>
    node.nodeType === 3 ? (node.textContent ?? '').trim() : node === host ? '★' : `<${(node as Element).localName} ${[...node.childNodes].map(draw).join('')}>`;
  return [...document.body.childNodes].map(draw).join('');
}

describe('where a block of ours stands', () => {
  it('U19 is after the control in its table cell, never between two rows', () => {
    const markup = '<table><tbody><tr><td>Titre</td><td><input data-here></td></tr></tbody></table>';
    expect(shape(markup, placeAfter)).toBe('<table <tbody <tr <td Titre><td <input >★>>>>');
  });

  it('U19 is after the whole line when the portal lays a line out as boxes side by side', () => {
    const markup = '<div><div style="display: flex"><span>Titre</span><input data-here></div></div>';
    expect(shape(markup, placeAfter)).toBe('<div <div <span Titre><input >>★>');
  });

  it('is within a column of boxes', () => {
    expect(shape('<div style="display: flex; flex-direction: column"><input data-here></div>', placeAfter)).toBe('<div <input >★>');
  });

  it('is outside a label, so that a press on our words does not move the focus', () => {
    expect(shape('<div><label>Titre <input data-here></label></div>', placeAfter)).toBe('<div <label Titre<input >>★>');
  });

  it('can be before an element, and is put there once', () => {
    expect(shape('<div><h2 data-here>Critères</h2></div>', placeBefore)).toBe('<div ★<h2 Critères>>');
  });
});
