import { describe, expect, it, onTestFinished } from 'vitest';
import { lineOf, place as placeIn } from '../../../lib/portal/place.ts';
import { press, tick, writeControl } from '../../../lib/portal/write.ts';
import { markup, portalOn, show } from './pages.ts';

const control = <T extends HTMLElement>(html: string): T => show(`<!doctype html><body>${html}</body>`).body.firstElementChild as T;

describe('writing', () => {
  it('tells the page, once, by input and change', () => {
    const field = control<HTMLInputElement>('<input>');
    const heard: string[] = [];
    for (const type of ['input', 'change']) document.addEventListener(type, () => heard.push(`${type}:${field.value}`), { once: true });
    expect(writeControl(field, 'Forum')).toEqual({ written: true });
    expect(heard).toEqual(['input:Forum', 'change:Forum']);
  });

  it('goes past the setter that a framework put on the element itself', () => {
    const field = control<HTMLInputElement>('<input>');
    const intercepted: string[] = [];
    Object.defineProperty(field, 'value', { configurable: true, get: () => Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.get!.call(field), set: (value: string) => intercepted.push(value) });
    expect(writeControl(field, 'Forum')).toEqual({ written: true });
    expect(intercepted).toEqual([]);
    expect(field.value).toBe('Forum');
  });

  it('says when a controlled field takes its old value back', () => {
    const field = control<HTMLInputElement>('<input value="avant">');
    field.addEventListener('input', () => { field.value = 'avant'; });
    expect(writeControl(field, 'après')).toEqual({ written: false, reason: 'notKept' });
  });

  it('writes nothing that is already there', () => {
    const field = control<HTMLTextAreaElement>('<textarea>a\nb</textarea>');
    field.addEventListener('input', () => { throw new Error('written'); });
    expect(writeControl(field, 'a\r\nb')).toEqual({ written: true });
  });

  it.each(['<input readonly>', '<input disabled>', '<input aria-disabled="true">', '<textarea readonly></textarea>', '<div>texte</div>'])('leaves %s alone', (html) => {
    expect(writeControl(control(html), 'x')).toEqual({ written: false, reason: 'readOnly' });
  });

  it('never writes more than a person could type', () => {
    const field = control<HTMLTextAreaElement>('<textarea maxlength="5"></textarea>');
    expect(writeControl(field, 'sixsix')).toEqual({ written: false, reason: 'tooLong' });
    expect(field.value).toBe('');
  });

  it('writes the lines of a block as spaces into a field of one line', () => {
    const field = control<HTMLInputElement>('<input>');
    expect(writeControl(field, 'a \n b\nc')).toEqual({ written: true });
    expect(field.value).toBe('a b c');
  });

  it('says that a field is missing', () => {
    expect(portalOn(show('<!doctype html><body></body>')).writeForm('title', 'x')).toEqual({ written: false, reason: 'missing' });
  });

  it('T5 writes into the field that is in use, not into its hidden twin', () => {
    const shown = show(markup('classic/form'));
    const field = shown.querySelector('textarea')!;
    const twin = shown.createElement('input');
    Object.assign(twin, { type: 'text', name: 'commentaires', disabled: true, hidden: true });
    twin.setAttribute('aria-label', 'Commentaires');
    field.before(twin);
    expect(portalOn(shown).writeForm('freeText', 'Bloc')).toEqual({ written: true });
    expect([twin.value, field.value]).toEqual(['', 'Bloc']);
  });
});

describe('pressing', () => {
  it('sends what a mouse sends, in order, once', () => {
    const button = control('<button type="button">x</button>');
    const heard: string[] = [];
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) button.addEventListener(type, () => heard.push(type));
    press(button);
    expect(heard).toEqual(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']);
  });

  it('S0-40 ticks only what is not ticked', () => {
    const box = control<HTMLInputElement>('<input type="checkbox">');
    let clicks = 0;
    box.addEventListener('click', () => (clicks += 1));
    expect(tick(box, true)).toBe(true);
    expect(tick(box, true)).toBe(true);
    expect([box.checked, clicks]).toEqual([true, 1]);
  });

  it('does not tick what is out of use', () => {
    expect(tick(control('<input type="checkbox" disabled>'), true)).toBe(false);
  });

  it('ticks a box that is made of roles', () => {
    const box = control('<div role="checkbox" aria-checked="false">x</div>');
    box.addEventListener('click', () => box.setAttribute('aria-checked', 'true'));
    expect(tick(box, true)).toBe(true);
  });
});

describe('placing our own nodes', () => {
  const place = (page: string, anchor: 'title' | 'freeText') => {
    const portal = portalOn(show(markup(page)));
    const end = new AbortController();
    onTestFinished(() => end.abort());
    const own = portal.document.createElement('passerelle-fields');
    placeIn(own, { after: lineOf(portal.find(anchor)!) }, end.signal);
    return { portal, own, end };
  };

  it('puts a row of ours after the row of the field in a table', () => {
    const { own } = place('classic/form', 'title');
    expect(own.closest('tr')?.previousElementSibling?.textContent).toContain('Titre de la rencontre');
    expect((own.parentElement as HTMLTableCellElement).colSpan).toBe(2);
  });

  it.each(['roles/form', 'boxes/form'])('puts our block after the box of the field in %s', (page) => {
    const { own } = place(page, 'freeText');
    expect(own.previousElementSibling?.textContent).toContain('Commentaires');
    expect(own.nextElementSibling?.textContent).toContain('Demandeur');
  });

  it.each(['classic/form', 'roles/form', 'boxes/form'])('leaves with the signal, and leaves no trace in %s', (page) => {
    const before = show(markup(page)).body.cloneNode(true);
    const { portal, end } = place(page, 'title');
    expect(portal.document.body.isEqualNode(before)).toBe(false);
    end.abort();
    expect(portal.document.body.isEqualNode(before)).toBe(true);
  });

  it('is never read as a part of the page', () => {
    const { portal, own } = place('classic/form', 'title');
    const label = portal.document.createElement('label');
    const field = portal.document.createElement('input');
    label.append('Titre de la rencontre', field);
    own.append(label);
    expect(portal.findAll('title')).toHaveLength(1);
    expect(portal.readForm()?.title).toBe('Forum');
  });
});
