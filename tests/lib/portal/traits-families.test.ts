/** T3 to T16 on every family; T1 and T2 stand in the tests of the guard (guard-families.test.ts). */
import { describe, expect, it } from 'vitest';
import { allFamilies, deepAll, drawnAnew, markup, portalOn, show, type Family } from './pages.ts';

const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour + 5, minute);

/** The page with its frame's own text changed, where it has one. */
function shown(family: Family, page: string, change: (html: string) => string = (html) => html): Document {
  return show(change(markup(family === 'frames' ? `frames/${page}.frame` : `${family}/${page}`)));
}

describe.each(allFamilies)('traits of the family %s', (family) => {
  it('T3 reads the same once the portal has swapped the whole body, with what was opened before', () => {
    for (const name of ['form', 'list', 'calendar', 'detail'] as const) {
      const page = show(markup(`${family}/${name}`));
      const portal = portalOn(page);
      const read = () => JSON.stringify([portal.kind(), portal.readForm(), portal.readList()?.reading, portal.readGrid()?.reading, portal.readDetail()]);
      const before = read();
      const frames = [...page.querySelectorAll('frame')].map((frame) => frame.contentDocument!);
      for (const document of frames.length > 0 ? frames : [page]) document.body.replaceWith(drawnAnew(document.body));
      expect(portal.kind()).toBe(name);
      expect(read()).toBe(before);
    }
  });

  it('T4 reads the start and the end in the shape of its form', () => {
    expect(portalOn(shown(family, 'form')).readForm()).toMatchObject({ start: at(24, 9), end: at(24, 10, 30) });
  });

  it('T5 reads and writes the field in use, not its hidden twin', () => {
    const page = shown(family, 'form');
    const field = portalOn(page).find('freeText') as HTMLTextAreaElement;
    const twin = field.cloneNode() as HTMLTextAreaElement;
    twin.removeAttribute('id');
    Object.assign(twin, { disabled: true, hidden: true, value: 'JUMEAU' });
    twin.setAttribute('aria-label', 'Commentaires');
    field.before(twin);
    const portal = portalOn(page);
    expect(portal.readForm()?.freeText).toBe('');
    expect(portal.writeForm('freeText', 'Bloc')).toEqual({ written: true });
    expect([field.value, twin.value]).toEqual(['Bloc', 'JUMEAU']);
  });

  it('T6 reads the licence and the room of one booking', () => {
    expect(portalOn(shown(family, 'detail')).readDetail()).toMatchObject({ serviceId: 'web5000', resource: 'Licence ZOOM Web 5000 participants, Bureau polyvalent' });
  });

  it('T7 reads and writes beside the portal’s own check of conflicts, which says only ✔ or ✘', () => {
    for (const mark of ['✔', '✘']) {
      const page = shown(family, 'form');
      const before = portalOn(page).readForm();
      for (const anchor of ['start', 'end', 'date'] as const) {
        const check = page.createElement('span');
        check.textContent = mark;
        portalOn(page).findAll(anchor).at(-1)?.after(check);
      }
      const portal = portalOn(page);
      expect([portal.kind(), portal.readForm()]).toEqual(['form', before]);
      expect(portal.writeForm('freeText', 'Bloc')).toEqual({ written: true });
      expect(portal.health().filter(({ health }) => health === 'missing' || health === 'several')).toEqual([]);
    }
  });

  it('T9 finds the buttons of the approver, and neither presses nor submits anything', () => {
    const page = show(markup(`${family}/detail`));
    const pressed: string[] = [];
    const trees = [page, ...deepAll(page, '*').flatMap((element) => [element.shadowRoot ?? [], (element as HTMLIFrameElement).contentDocument ?? []].flat())];
    for (const tree of trees) for (const type of ['click', 'submit', 'mousedown', 'pointerdown', 'keydown', 'change']) tree.addEventListener(type, () => pressed.push(type), true);
    const portal = portalOn(page);
    expect([portal.findAll('approve').length, portal.findAll('reject').length]).toEqual([1, 1]);
    portal.health();
    portal.readDetail();
    for (const field of ['title', 'freeText'] as const) expect(portal.writeForm(field, 'x').written).toBe(false);
    expect(pressed).toEqual([]);
    portal.find('approve')!.click();
    expect(pressed).toContain('click');
  });

  it('T13 puts no script, no style and no handler into the page: nothing that a strict policy would refuse', () => {
    for (const name of ['calendar', 'list', 'form', 'detail'] as const) {
      const page = show(markup(`${family}/${name}`));
      const drawn = () => deepAll(page, '*').map((element) => [element.localName, ...element.getAttributeNames().filter((attribute) => attribute === 'style' || attribute.startsWith('on')).map((attribute) => element.getAttribute(attribute))]);
      const before = drawn();
      const portal = portalOn(page);
      portal.health();
      for (const read of [portal.readGrid, portal.readList, portal.readForm, portal.readDetail]) read();
      expect(portal.writeForm('freeText', 'Bloc').written).toBe(name === 'form');
      expect(drawn()).toEqual(before);
    }
  });

  it('T8 reads a list without titles, and invents none', () => {
    const portal = portalOn(shown(family, 'list', (html) => html.replace('>Titre<', '>Autre chose<')));
    expect(portal.readList()?.reading.bookings.map(({ title, number }) => [title, number])).toEqual([[null, '104200'], [null, '104201'], [null, '104203']]);
  });

  it('T10 says « unknown » where only a mark that nothing explains tells the status', () => {
    const words = /À approuver|Approuvée|Annulée/gu;
    const portal = portalOn(shown(family, 'list', (html) => html.replace(/<(?:ul|div)[^>]*(?:display:none|visibility:hidden)[\s\S]*?<\/ul>/gu, '').replace(words, '●')));
    expect(new Set(portal.readList()?.reading.bookings.map(({ status }) => status))).toEqual(new Set(['unknown']));
  });

  it.each(['24/11/2026', '2026-11-24', 'mardi 24 novembre 2026', '24 nov. 2026'])('T11 reads the day « %s » in its list', (day) => {
    const portal = portalOn(shown(family, 'list', (html) => html.replace(/2026-11-24|24\/11\/2026|24 nov\. 2026/gu, day)));
    expect(portal.readList()?.reading.bookings.map(({ start }) => start)).toEqual([at(24, 9), at(24, 13), at(24, 10, 15)]);
  });

  it.each([['9 h', '10 h 30'], ['09 h 00', '10 h 30'], ['9:00', '10:30'], ['09:00:00', '10:30:00']])('T11 reads the hours « %s » to « %s » in its list', (start, end) => {
    const portal = portalOn(shown(family, 'list', (html) => html.replace(/(?<![\d:])(?:09:00|9 h)(?![ :]?\d)/u, start).replace(/(?<![\d:])(?:10:30|10 h 30)(?![\d:])/u, end)));
    expect(portal.readList()?.reading.bookings[0]).toMatchObject({ start: at(24, 9), end: at(24, 10, 30) });
  });

  it('T12 sees no form while it is kept hidden, and sees it once it is shown', () => {
    const page = shown(family, 'form');
    const box = page.querySelector<HTMLElement>('portal-app,body > .x-panel,body > .w,form')!;
    box.style.display = 'none';
    expect(portalOn(page).kind()).toBeNull();
    box.style.display = '';
    expect(portalOn(page).kind()).toBe('form');
  });

  it('T14 follows no link and sends nothing to read any of its pages', () => {
    const sent: unknown[] = [];
    const [fetching, sending] = [globalThis.fetch, XMLHttpRequest.prototype.send];
    globalThis.fetch = (input) => { sent.push(input); return Promise.reject(new Error('sent')); };
    XMLHttpRequest.prototype.send = (body) => void sent.push(body);
    try {
      for (const page of ['calendar', 'list', 'form', 'detail']) {
        const portal = portalOn(shown(family, page));
        portal.health();
        portal.readGrid();
        portal.readList();
        portal.readForm();
        portal.readDetail();
      }
    } finally {
      globalThis.fetch = fetching;
      XMLHttpRequest.prototype.send = sending;
    }
    expect(sent).toEqual([]);
  });

  it('T15 knows the licence by a name cut at 25 characters, and says that it was cut', () => {
    const portal = portalOn(shown(family, 'list', (html) => html.replaceAll('Licence ZOOM Web 5000 participants', 'Licence ZOOM Web 5000 par…')));
    expect(portal.readList()?.reading.bookings[1]).toMatchObject({ serviceId: 'web5000', doubts: ['resourceCut'] });
  });

  it('T16 reads labels, statuses and names without accents, in capitals', () => {
    const portal = portalOn(shown(family, 'list', (html) => html.replace(/>([^<>]+)</gu, (_, text: string) => `>${text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()}<`)));
    expect(portal.readList()?.reading.bookings.map(({ establishmentId, status }) => [establishmentId, status])).toEqual([['cisss-cote-nord', 'pending'], ['chu-quebec', 'approved'], ['iucpq', 'cancelled']]);
  });
});

/** The two others have marks and a legend of their own (traits.test.ts). */
describe.each(['boxes', 'ext', 'frames', 'components'] as const)('the legend of the family %s', (family) => {
  it('T10 reads the status from the legend where only a mark of it stands in the list', () => {
    const marks: Record<string, string> = { 'À approuver': '◆', 'Approuvée': '▲', 'Annulée': '●' };
    const page = shown(family, 'list', (html) => html.replace(/<(?:ul|div)[^>]*(?:display:none|visibility:hidden)[\s\S]*?<\/ul>/gu, '').replace(/À approuver|Approuvée|Annulée/gu, (word) => marks[word]!));
    const read = () => portalOn(page).readList()?.reading.bookings.map(({ status }) => status);
    expect(read()).toEqual(['unknown', 'unknown', 'unknown']);
    const legend = page.createElement('div');
    const title = page.createElement('h3');
    title.textContent = 'Légende';
    legend.append(title, ...Object.entries(marks).map(([word, mark]) => {
      const [item, sign, words] = [page.createElement('p'), page.createElement('i'), page.createElement('span')];
      sign.textContent = mark;
      words.textContent = word;
      item.append(sign, words);
      return item;
    }));
    page.body.append(legend);
    expect(read()).toEqual(['pending', 'approved', 'cancelled']);
    for (const item of legend.querySelectorAll('p')) item.remove();
    expect(read()).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
