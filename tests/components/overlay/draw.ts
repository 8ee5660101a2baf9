import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';

/** Draws into a place of its own, and cleans up when the test ends. */
export function draw(view: ComponentChild): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  void act(() => render(view, place));
  onTestFinished(() => {
    render(null, place);
    place.remove();
  });
  return place;
}

export const press = (place: ParentNode, words: string): void => {
  const button = [...place.querySelectorAll('button')].find((candidate) => candidate.textContent?.includes(words));
  if (button === undefined) throw new Error(`No button « ${words} »`);
  void act(() => button.click());
};

/** Text as it is read, with plain spaces. */
export const wordsOf = (node: Node | null): string => (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();
