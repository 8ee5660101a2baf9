import { describe, expect, it, vi } from 'vitest';
import { createMount, wear } from '../../../components/overlay/mount.ts';

function mounted() {
  const controller = new AbortController();
  const mount = createMount(document, 'facts', 'fr', controller.signal);
  document.body.append(mount.host);
  mount.draw(<input id="own" />);
  return { ...mount, controller, input: mount.shadow.querySelector('input')! };
}

describe('a block of ours in a portal’s page', () => {
  it('U19 stands in a shadow root, marked as ours, in its own language', () => {
    const { host, shadow, controller } = mounted();
    expect([host.localName, host.hasAttribute('data-passerelle'), host.lang]).toEqual(['passerelle-facts', true, 'fr']);
    expect(shadow.querySelector('.pa-root #own')).not.toBeNull();
    expect(document.querySelector('#own')).toBeNull();
    controller.abort();
  });

  it.each(['keydown', 'input', 'change', 'click', 'focusin'])('U19 keeps its %s events from the portal’s own listeners', (type) => {
    const { input, controller } = mounted();
    const portal = vi.fn();
    document.body.addEventListener(type, portal, { signal: controller.signal });
    input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(portal).not.toHaveBeenCalled();
    controller.abort();
  });

  it('wears what the worker gave, in one sheet for all blocks', () => {
    wear('.po-panel { display: grid }');
    const [one, other] = [mounted(), mounted()];
    expect([...(one.shadow.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText)).toEqual(['.po-panel { display: grid; }']);
    expect(other.shadow.adoptedStyleSheets[0]).toBe(one.shadow.adoptedStyleSheets[0]);
    for (const { controller } of [one, other]) controller.abort();
  });

  it('keeps what was typed when the portal throws it away and it is placed again', () => {
    const { host, input, shadow, controller } = mounted();
    input.value = 'Assemblée';
    host.remove();
    document.body.append(host);
    expect(shadow.querySelector('input')?.value).toBe('Assemblée');
    controller.abort();
  });

  it.each([
    { gone: 'the moment that was chosen, for what takes it back', before: ['11 h', '13 h', 'Vérifier'], pressed: '13 h', after: ['Remettre mon choix'], now: 'Remettre mon choix' },
    { gone: 'what puts the filters back, for the button before it', before: ['Afficher', 'Remettre', 'Sauvegarder'], pressed: 'Remettre', after: ['Afficher', 'Sauvegarder'], now: 'Afficher' },
  ])('WCAG 2.4.3 gives the focus on when a press makes its button go: $gone', ({ before, pressed, after, now }) => {
    const { draw, shadow, controller } = mounted();
    const drawn = (words: string[]) => draw(<p>{words.map((one) => <button key={one} type="button">{one}</button>)}</p>);
    drawn(before);
    [...shadow.querySelectorAll('button')].find(({ textContent }) => textContent === pressed)?.focus();
    expect(shadow.activeElement?.textContent).toBe(pressed);
    drawn(after);
    expect(shadow.activeElement?.textContent).toBe(now);
    controller.abort();
  });

  it('takes no focus from the portal when something of ours goes', () => {
    const { draw, shadow, controller } = mounted();
    draw(<p><button type="button">Vérifier</button></p>);
    draw(<p><a href="#">Aide</a></p>);
    expect([shadow.activeElement, document.activeElement]).toEqual([null, document.body]);
    controller.abort();
  });

  it('leaves the page when the signal says so', () => {
    const { controller } = mounted();
    controller.abort();
    expect(document.querySelector('[data-passerelle]')).toBeNull();
  });
});
