import { beforeEach, describe, expect, it, vi } from 'vitest';
import { calendar as part } from '../../../lib/features/parts/calendar.ts';
import { markLicence } from '../../../lib/features/mark-licence.tsx';
import { showLicence } from '../../../lib/features/show-licence.tsx';
import { usagePanel } from '../../../lib/features/usage-panel.tsx';
import { allFamilies, deep, deepAll, drawnAnew, markup, portalOn, show, standsBefore } from '../portal/pages.ts';
import { booking, NINE } from './fixtures.ts';
import { startOn, type PageOptions } from './page.ts';

beforeEach(() => sessionStorage.clear());

const withoutLicence = (page: Document): void =>
  [...page.querySelectorAll<HTMLElement>('tr,[role=row]')].filter((row) => row.textContent?.includes('Licence ZOOM')).forEach((row) => row.remove());

describe.each(allFamilies)('the calendar of the family %s', (family) => {
  const calendar = `${family}/calendar`;

  it('S0-46 marks the licence’s row only, and says 5 000 participants', () => {
    const { shown, words } = startOn([markLicence], markup(calendar));
    const marks = [...deepAll(shown, 'passerelle-mark')];
    expect(marks).toHaveLength(1);
    expect(marks[0]!.parentElement!.textContent).toContain('Licence ZOOM Web 5000 participants');
    expect(words('mark')).toContain('5 000 participants');
    expect(words('mark')).toContain('Licence ZOOM Web 5000 participants : jusqu’à 5 000 participants.');
  });

  it('S0-46 marks it again when the portal has drawn its rows anew', () => {
    const { shown, page } = startOn([markLicence], markup(calendar));
    const row = deep(shown, 'passerelle-mark')!.closest('tr,[role=row]') ?? deep(shown, 'passerelle-mark')!.parentElement!.parentElement!;
    row.replaceWith(drawnAnew(row));
    page.redrawn();
    expect(deepAll(shown, 'passerelle-mark')).toHaveLength(1);
    expect(deep(shown, 'passerelle-mark')!.isConnected).toBe(true);
  });

  it('names every resource of the grid, and reads the bookings of none but ours', () => {
    const portal = portalOn(show(markup(calendar)));
    const [all, own] = [portal.readGrid()!, part.readGrid!(portal)!];
    const namesOf = (bookings: readonly { resource: string }[]): string[] => [...new Set(bookings.map(({ resource }) => resource))];
    expect(own.rows.map(({ name }) => name)).toEqual(all.rows.map(({ name }) => name));
    expect(own.reading!.bookings).toEqual(all.reading.bookings.filter(({ serviceId }) => serviceId !== null));
    expect(namesOf(all.reading.bookings).length).toBeGreaterThan(namesOf(own.reading!.bookings).length);
  });

  it('S0-21 F02 says above the grid what one’s own has used, and counts behind it what the page shows, one’s own first', () => {
    const { block, words, shown } = startOn([usagePanel], markup(calendar));
    const rows = [...block('usage')!.querySelectorAll('tbody tr')].map((row) => row.textContent!.replace(/\s+/gu, ' '));
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatch(/^CISSS de la Côte-Nord \(votre établissement\)/u);
    expect(rows[0]).toContain('au moins 1 h 30');
    expect(words('usage')).toContain('Données partielles');
    expect(words('usage')).toContain('Source : calendrier du portail');
    const row = deepAll(shown, 'td,span,div,font,b').filter((one) => /^\s*Licence ZOOM Web 5000 participants(?:\s*\(1\))?\s*$/u.test(one.textContent ?? '')).at(-1)!;
    expect(standsBefore(deep(shown, 'passerelle-usage')!, row)).toBe(true);
    expect(words('usage')).toMatch(/^Votre établissement : rien d’approuvé de lu, 1 h 30 demandée ?Voir le tableau/u);
  });
});

describe('the use per establishment', () => {
  it('F02 stands under the button that shows the licence, and neither pushes the other away', () => {
    const { shown, page } = startOn([showLicence, usagePanel], markup('classic/calendar'));
    for (let count = 0; count < 5; count += 1) page.redrawn();
    expect(shown.querySelector('passerelle-show')!.nextElementSibling).toBe(shown.querySelector('passerelle-usage'));
    const criteria = shown.querySelector('passerelle-usage')!.nextElementSibling!;
    criteria.replaceWith(criteria.cloneNode(true));
    page.redrawn();
    expect([shown.querySelectorAll('passerelle-show').length, shown.querySelectorAll('passerelle-usage').length]).toEqual([1, 1]);
    expect(page.kind).toBe('calendar');
  });

  it('S0-21 moves when the worker learns of other bookings', async () => {
    const { readings, words } = startOn([usagePanel], markup('classic/calendar'));
    readings.value = [{ bookings: [booking({ number: '77', start: NINE + 10 * 86_400_000, end: NINE + 10 * 86_400_000 + 7_200_000 })], complete: false, from: null, to: null, at: NINE, source: 'companion' }];
    await vi.waitFor(() => expect(words('usage')).toContain('CISSS des Îlesau moins 2 h'));
    expect(words('usage')).toContain('Source : compagnon');
  });

  it('is not there when the grid shows no shared service', () => {
    const { block } = startOn([usagePanel], markup('classic/calendar'), { prepare: withoutLicence });
    expect(block('usage')).toBeNull();
  });

  it('F02 stays open while the portal draws its grid anew, row by row', async () => {
    const { block, page, shown } = startOn([usagePanel], markup('classic/calendar'));
    const table = () => block('usage')!.querySelector<HTMLElement>('.po-gauge > [id]')!;
    block('usage')!.querySelector<HTMLElement>('button')!.click();
    await vi.waitFor(() => expect(table().hidden).toBe(false));
    const row = [...shown.querySelectorAll<HTMLElement>('tr')].find((one) => one.textContent?.includes('Licence ZOOM'))!;
    const place = row.parentElement!;
    row.remove();
    page.redrawn();
    expect(block('usage')).toBeNull();
    place.append(row);
    page.redrawn();
    expect(table().hidden).toBe(false);
    expect(block('usage')!.querySelector('button')!.textContent).toBe('Masquer le tableau');
  });

  it('comes once the licence is shown', () => {
    let removed: HTMLElement | undefined;
    let place: HTMLElement | undefined;
    const { block, page } = startOn([usagePanel], markup('classic/calendar'), {
      prepare: (shown) => {
        removed = [...shown.querySelectorAll<HTMLElement>('tr')].find((row) => row.textContent?.includes('Licence ZOOM'));
        place = removed!.parentElement!;
        removed!.remove();
      },
    });
    place!.append(removed!);
    page.redrawn();
    expect(block('usage')!.querySelectorAll('tbody tr')).toHaveLength(9);
  });
});

/** A page whose own scripts fold, unfold and apply at once, as the classic look does. */
function livePage(options: PageOptions & { applies?: boolean } = {}) {
  let row: HTMLElement;
  let body: HTMLElement;
  const pressed: string[] = [];
  const prepare = (shown: Document): void => {
    row = [...shown.querySelectorAll<HTMLElement>('tr')].find((one) => one.textContent?.includes('Licence ZOOM'))!;
    body = row.parentElement!;
    row.remove();
    shown.addEventListener('click', (event) => {
      const target = (event.target as Element).closest('a,button');
      if (target === null) return;
      event.preventDefault();
      pressed.push(target.textContent!.trim());
      if (target.matches('.pli')) target.closest('form')!.classList.toggle('ferme');
      if (target.matches('.triangle')) target.parentElement!.querySelector('ul')!.classList.toggle('replie');
      if (target.textContent !== 'Appliquer le filtre' || options.applies === false) return;
      if (shown.querySelector<HTMLInputElement>('#n6')!.checked) body.append(row);
      else row.remove();
    });
    options.prepare?.(shown);
  };
  const page = startOn([showLicence], markup('classic/calendar'), { ...options, prepare });
  const press = (words: string): void => [...page.block('show')!.querySelectorAll('button')].find((one) => one.textContent === words)!.click();
  const said = (words: string): Promise<void> => vi.waitFor(() => expect(page.words('show')).toContain(words));
  const ticks = (): string[] => [...page.shown.querySelectorAll<HTMLInputElement>('input:checked')].map(({ id }) => id);
  return { ...page, press, said, pressed, ticks, hasRow: () => row.isConnected };
}

describe('« Afficher la licence ZOOM »', () => {
  it('S3-07 S0-45 S0-37 to S0-42 does Annexe 1 in one press, leaves every other tick alone and says so', async () => {
    const { press, said, hasRow, ticks, shown } = livePage();
    expect(shown.querySelector('passerelle-show')!.nextElementSibling!.matches('.criteres')).toBe(true);
    press('Afficher la licence ZOOM');
    await said('La licence est affichée.');
    await said('Cliquez sur une heure libre de sa ligne');
    expect(hasRow()).toBe(true);
    expect(ticks()).toEqual(expect.arrayContaining(['n2', 'n6']));
    expect(ticks()).not.toContain('n3');
  });

  it('S0-41 asks before it saves the filters, and saves them only on a press', async () => {
    const { press, said, pressed } = livePage();
    press('Afficher la licence ZOOM');
    await said('Garder cette sélection pour la prochaine fois ?');
    expect(pressed).not.toContain('Sauvegarder les filtres');
    press('Sauvegarder les filtres');
    await said('Les filtres sont sauvegardés.');
    expect(pressed.filter((one) => one === 'Sauvegarder les filtres')).toHaveLength(1);
  });

  it('S0-42 done twice changes nothing and says so', async () => {
    const { press, said, pressed } = livePage();
    press('Afficher la licence ZOOM');
    await said('La licence est affichée.');
    const before = [...pressed];
    press('Afficher la licence ZOOM');
    await said('La licence est déjà affichée. Rien n’a été changé.');
    expect(pressed).toEqual(before);
  });

  it('U5 gives the person’s filters back', async () => {
    const { press, said, hasRow, ticks, words } = livePage();
    const before = ticks();
    expect(words('show')).not.toContain('Remettre mes filtres');
    press('Afficher la licence ZOOM');
    await said('La licence est affichée.');
    press('Remettre mes filtres');
    await said('Vos filtres sont remis comme avant.');
    expect([ticks(), hasRow()]).toEqual([before, false]);
    expect(words('show')).not.toContain('Remettre mes filtres');
  });

  it('S0-42 names the step that failed and what to do', async () => {
    const { press, said } = livePage({ prepare: (page) => page.querySelector('[value=appliquer]')!.remove() });
    press('Afficher la licence ZOOM');
    await said('Le bouton « Appliquer le filtre » est introuvable. Appuyez vous-même sur le bouton qui applique le filtre.');
  });

  it('S0-42 goes on after the page that applying the filter loads', async () => {
    const first = livePage({ applies: false });
    first.press('Afficher la licence ZOOM');
    await vi.waitFor(() => expect(first.pressed).toContain('Appliquer le filtre'));
    first.stop();
    const next = startOn([showLicence], markup('classic/calendar'));
    await vi.waitFor(() => expect(next.words('show')).toContain('La licence est affichée.'));
  });

  it('is not there when no card says where its service is', () => {
    const { block } = startOn([showLicence], markup('classic/calendar'), { settings: { cards: [] } });
    expect(block('show')).toBeNull();
  });
});
