import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import { keepBlock, PLACINGS_MAXIMUM, PLACINGS_MILLISECONDS, type Block } from '../../../lib/features/block.ts';
import type { Failure } from '../../../lib/features/context.ts';
import type { Feature } from '../../../lib/features/feature.ts';
import { startOn } from './page.ts';

/** A page of one line, under which a block with one field is kept. */
function keep() {
  let block: Block | undefined;
  let failures: () => readonly Failure[] = () => [];
  const time = { now: 0 };
  const feature: Feature = {
    id: 'probe',
    pages: ['unknown'],
    start(given, signal) {
      const context = { ...given, now: () => time.now };
      failures = () => given.failures.peek();
      block = keepBlock(context, 'probe', () => {
        const line = context.portal.document.querySelector<HTMLElement>('#line');
        return line === null ? null : { after: line };
      }, signal);
      block.draw(h('input', {}));
    },
  };
  const page = startOn([feature], '<main><p id="line">Ligne</p><p id="next">Suite</p></main>');
  const redraw = (): void => {
    page.shown.querySelector('main')!.replaceChildren(...['line', 'next'].map((id) => Object.assign(page.shown.createElement('p'), { id })));
    page.page.redrawn();
  };
  return { ...page, time, failures: () => failures(), probe: block!, field: block!.shadow.querySelector('input')!, redraw, isUnderLine: () => page.shown.querySelector('#line')?.nextElementSibling === block!.host };
}

describe('a block of ours', () => {
  it('U20 is put back with what was typed when the portal draws the page anew', () => {
    const { field, redraw, isUnderLine } = keep();
    field.value = 'Anne';
    redraw();
    expect([isUnderLine(), field.isConnected, field.value]).toEqual([true, true, 'Anne']);
  });

  it('is left where it stands while the portal draws something else', () => {
    const { probe, page, isUnderLine, shown } = keep();
    const before = probe.host;
    shown.querySelector('#next')!.textContent = 'Autre';
    page.redrawn();
    expect([isUnderLine(), shown.querySelectorAll('passerelle-probe').length, probe.host === before]).toEqual([true, 1, true]);
  });

  it('is out of the page as long as there is no place for it, and comes back with what was typed', () => {
    const { field, page, shown, redraw, probe } = keep();
    field.value = 'Anne';
    shown.querySelector('#line')!.remove();
    page.redrawn();
    expect(probe.host.isConnected).toBe(false);
    redraw();
    expect([probe.host.isConnected, field.value]).toEqual([true, 'Anne']);
  });

  it('U2 keeps the person’s place when the portal throws it away with the focus in it', () => {
    const { field, redraw, probe } = keep();
    field.focus();
    probe.host.remove();
    redraw();
    expect(probe.shadow.activeElement).toBe(field);
  });

  it('does not take the focus back from wherever the person went', async () => {
    const { field, redraw, probe, shown } = keep();
    field.focus();
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
    field.blur();
    await Promise.resolve();
    redraw();
    expect([probe.shadow.activeElement, shown.activeElement]).toEqual([null, shown.body]);
  });

  describe('U20 a press during which the portal draws the page anew', () => {
    const press = () => {
      const { probe, redraw, shown } = keep();
      const pressed: string[] = [];
      const control = (name: string) => h('button', { id: name, onClick: () => { pressed.push(name); } }, name);
      probe.draw(h('div', {}, control('one'), control('other')));
      const button = (name: string): HTMLElement => probe.shadow.getElementById(name)!;
      const by = (target: HTMLElement, type: string, more: object = {}): void =>
        void target.dispatchEvent(type.startsWith('key') ? new KeyboardEvent(type, { bubbles: true, composed: true, key: ' ', ...more }) : new PointerEvent(type, { bubbles: true, composed: true, button: 0, ...more }));
      const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
      return { by, button, redraw, pressed, settle, shown };
    };

    it.each([['pointer', 'pointerdown', 'pointerup'], ['space bar', 'keydown', 'keyup']])('with the %s is carried out, once', async (_how, down, up) => {
      const { by, button, redraw, pressed, settle } = press();
      by(button('one'), down);
      redraw();
      by(button('one'), up);
      await settle();
      expect(pressed).toEqual(['one']);
    });

    it('is the browser’s own where that gives its click all the same', async () => {
      const { by, button, redraw, pressed, settle } = press();
      by(button('one'), 'pointerdown');
      redraw();
      by(button('one'), 'pointerup');
      button('one').click();
      await settle();
      expect(pressed).toEqual(['one']);
    });

    it('is none when it ends elsewhere, is not the main button’s, or is called off', async () => {
      const { by, button, redraw, pressed, settle, shown } = press();
      const ends: [how: object, end: () => void][] = [
        [{}, () => by(button('other'), 'pointerup')],
        [{}, () => by(shown.body, 'pointerup')],
        [{ button: 2 }, () => by(button('one'), 'pointerup', { button: 2 })],
        [{}, () => by(button('one'), 'pointercancel')],
      ];
      for (const [how, end] of ends) {
        by(button('one'), 'pointerdown', how);
        redraw();
        end();
        // A pointer that was pressed elsewhere and is let go here presses nothing.
        by(button('one'), 'pointerup');
        await settle();
      }
      expect(pressed).toEqual([]);
    });

    it('is left to the browser while nothing was thrown away', async () => {
      const { by, button, pressed, settle } = press();
      by(button('one'), 'pointerdown');
      by(button('one'), 'pointerup');
      await settle();
      expect(pressed).toEqual([]);
    });
  });

  it('stays away from a portal that throws it away without end, and says so', () => {
    const { redraw, probe, failures } = keep();
    for (let count = 2; count < PLACINGS_MAXIMUM; count += 1) redraw();
    expect([probe.host.isConnected, failures()]).toEqual([true, []]);
    redraw();
    expect([probe.host.isConnected, failures()]).toEqual([false, [{ feature: 'probe', anchor: 'redrawn too often' }]]);
  });

  it('T3 stays while a person leafs through two hundred pages without a load, however fast', () => {
    const { redraw, probe, failures, place } = keep();
    for (let count = 0; count < 200; count += 1) {
      place.address = `https://www.irisreservation.ca/reservations?date=${count}`;
      redraw();
    }
    expect([probe.host.isConnected, failures()]).toEqual([true, []]);
  });

  it('comes back at the next address after it stayed away, and is then wrong no more', () => {
    const { redraw, probe, failures, place } = keep();
    for (let count = 0; count < PLACINGS_MAXIMUM; count += 1) redraw();
    expect([probe.host.isConnected, failures().length]).toEqual([false, 1]);
    place.address += '&autre';
    redraw();
    expect([probe.host.isConnected, failures()]).toEqual([true, []]);
  });

  it('stays with a portal that draws its page anew all day long', () => {
    const { redraw, probe, time } = keep();
    for (let count = 0; count < 3 * PLACINGS_MAXIMUM; count += 1) {
      time.now += PLACINGS_MILLISECONDS / (PLACINGS_MAXIMUM - 2);
      redraw();
    }
    expect(probe.host.isConnected).toBe(true);
  });
});
