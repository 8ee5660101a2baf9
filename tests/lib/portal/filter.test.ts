import { afterEach, describe, expect, it } from 'vitest';
import { nextStep, noProgress, saveFilters, showService, undoService, type FilterProgress, type FilterStep } from '../../../lib/portal/filter.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { markup, portalOn, show } from './pages.ts';

const stop = { current: new AbortController() };
afterEach(() => stop.current.abort());

/** A page whose own scripts fold, unfold, tick down the tree and apply, as the portal's would. */
function livePage(family: 'classic' | 'roles', { applies = true } = {}) {
  const shown = show(markup(`${family}/calendar`));
  const pressed: string[] = [];
  const rowOf = (): HTMLElement => [...shown.querySelectorAll<HTMLElement>('tr,[role=row]')].find((row) => row.textContent?.includes('Licence ZOOM'))!;
  const row = rowOf();
  const place = row.parentElement!;
  row.remove();
  shown.addEventListener('click', (event) => {
    const target = (event.target as Element).closest('a,button,input');
    if (!target) return;
    if (target.localName === 'a' || target.localName === 'button') event.preventDefault();
    pressed.push(target.getAttribute('aria-label') ?? target.getAttribute('title') ?? target.textContent!.trim());
    if (target.matches('.pli')) target.closest('form')!.classList.toggle('ferme');
    if (target.matches('.triangle')) target.parentElement!.querySelector('ul')!.classList.toggle('replie');
    if (target.matches('.x5')) toggleSection(target);
    if (target.matches('[role=treeitem] button')) toggleItem(target.closest('[role=treeitem]')!);
    if (target.textContent === 'Appliquer le filtre' && applies) setTimeout(() => (licence().checked ? place.append(row) : row.remove()), 0);
  });
  const panel = shown.querySelector<HTMLElement>('.x7');
  function toggleSection(button: Element): void {
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    if (open) button.after(panel!);
    else panel!.remove();
  }
  /** The react look draws what is below a node only once it is unfolded. */
  let kept: HTMLElement | null = null;
  function toggleItem(item: Element): void {
    const open = item.getAttribute('aria-expanded') !== 'true';
    item.setAttribute('aria-expanded', String(open));
    const group = item.querySelector<HTMLElement>('[role=group]');
    if (!open) { kept = group; group?.remove(); return; }
    if (kept) { item.append(kept); return; }
    const below = shown.createElement('ul');
    below.setAttribute('role', 'group');
    const line = shown.createElement('li');
    line.setAttribute('role', 'treeitem');
    line.setAttribute('aria-level', '2');
    const label = shown.createElement('label');
    const box = shown.createElement('input');
    box.type = 'checkbox';
    box.id = 'licence';
    label.append(box, ' Solution logicielle');
    line.append(label);
    below.append(line);
    item.append(below);
  }
  const licence = (): HTMLInputElement => shown.querySelector<HTMLInputElement>(family === 'classic' ? '#n6' : '#licence')!;
  if (family === 'roles') toggleSection(shown.querySelector('.x5')!);
  const ticks = (): (string | null)[] => [...shown.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked')].map((box) => box.parentElement!.textContent!.replace('▸', '').trim().slice(0, 18));
  return { shown, portal: portalOn(shown), pressed, licence, ticks };
}

function options(kept: { progress: FilterProgress; steps: FilterStep[] }, timeout = 200) {
  stop.current = new AbortController();
  return {
    timeout, signal: stop.current.signal,
    onProgress: (progress: FilterProgress) => void (kept.progress = progress),
    onStep: (step: FilterStep) => void kept.steps.push(step),
  };
}
const keeper = () => ({ progress: noProgress, steps: [] as FilterStep[] });

describe.each(['classic', 'roles'] as const)('Annexe 1 in the family %s', (family) => {
  it('S0-38 to S0-42 opens, unfolds, ticks one square, applies, waits for the row', async () => {
    const page = livePage(family);
    const kept = keeper();
    expect(await showService(page.portal, web5000, noProgress, options(kept))).toEqual({ outcome: 'done' });
    expect(kept.steps).toEqual(['openCriteria', 'expandInstallation', 'tickNode', 'applyFilter', 'waitForRow']);
    expect(page.licence().checked).toBe(true);
    expect(page.portal.readGrid()?.rows.map((row) => row.serviceId)).toContain('web5000');
  });

  it('S0-40 touches no other square, not even the one of the same name under another installation', async () => {
    const page = livePage(family);
    const kept = keeper();
    page.portal.find('criteria')!.click();
    const toggle = page.portal.find('criteria')!.querySelector<HTMLElement>('a');
    toggle?.click();
    const before = page.ticks();
    await showService(page.portal, web5000, noProgress, options(kept));
    const after = page.ticks();
    expect(after.filter((tick) => tick !== 'Solution logiciell')).toEqual(before.filter((tick) => tick !== 'Solution logiciell'));
    expect(after.length).toBe(before.length + 1);
  });

  it('S0-37 doing it twice changes nothing', async () => {
    const page = livePage(family);
    await showService(page.portal, web5000, noProgress, options(keeper()));
    page.pressed.length = 0;
    expect(await showService(page.portal, web5000, noProgress, options(keeper()))).toEqual({ outcome: 'already' });
    expect(page.pressed).toEqual([]);
  });

  it('can be undone, and leaves the page as it was', async () => {
    const page = livePage(family);
    const kept = keeper();
    await showService(page.portal, web5000, noProgress, options(kept));
    kept.steps.length = 0;
    expect(await undoService(page.portal, web5000, kept.progress, options(kept))).toEqual({ outcome: 'done' });
    expect(kept.steps).toEqual(['untickNode', 'applyFilter', 'waitForRowGone', 'collapseInstallation', 'closeCriteria']);
    expect(page.portal.readGrid()?.rows.map((row) => row.serviceId)).not.toContain('web5000');
    expect(nextStep(page.portal, web5000, noProgress)).toBe('openCriteria');
    expect(kept.progress).toMatchObject({ opened: false, expanded: false, ticked: false, applied: false });
  });

  it('names the step that has no effect', async () => {
    const page = livePage(family, { applies: false });
    expect(await showService(page.portal, web5000, noProgress, options(keeper(), 30))).toEqual({ outcome: 'failed', step: 'waitForRow', reason: 'noEffect' });
  });

  it('names the step whose anchor is missing', async () => {
    const page = livePage(family);
    if (family === 'roles') page.portal.find('criteria')!.click();
    [...page.shown.querySelectorAll('button')].find((one) => one.textContent === 'Appliquer le filtre')!.replaceChildren('Exécuter');
    expect(await showService(page.portal, web5000, noProgress, options(keeper()))).toEqual({ outcome: 'failed', step: 'applyFilter', reason: 'missing' });
    expect(await showService(page.portal, { ...web5000, treeNode: 'Autre nœud' }, noProgress, options(keeper(), 30))).toEqual({ outcome: 'failed', step: 'tickNode', reason: 'missing' });
    expect(await showService(page.portal, { ...web5000, installation: 'Autre installation' }, noProgress, options(keeper(), 30))).toEqual({ outcome: 'failed', step: 'expandInstallation', reason: 'missing' });
  });

  it('stops when the signal comes', async () => {
    const page = livePage(family, { applies: false });
    const running = showService(page.portal, web5000, noProgress, options(keeper(), 10_000));
    stop.current.abort();
    expect(await running).toEqual({ outcome: 'stopped' });
  });

  it('S0-41 saves the filters only when asked', async () => {
    const page = livePage(family);
    const kept = keeper();
    await showService(page.portal, web5000, noProgress, options(kept));
    expect(page.pressed).not.toContain('Sauvegarder les filtres');
    expect(await saveFilters(page.portal, web5000, kept.progress, options(kept))).toEqual({ outcome: 'done' });
    expect(page.pressed.filter((one) => one === 'Sauvegarder les filtres')).toHaveLength(1);
    expect(kept.progress).toMatchObject({ saved: true, ticked: true });
    kept.steps.length = 0;
    await undoService(page.portal, web5000, kept.progress, options(kept));
    expect(kept.steps.slice(0, 3)).toEqual(['untickNode', 'saveFilters', 'applyFilter']);
  });
});

describe('Annexe 1', () => {
  it('goes on after a page that was loaded anew by « Appliquer le filtre »', async () => {
    const first = livePage('classic', { applies: false });
    const kept = keeper();
    await showService(first.portal, web5000, noProgress, options(kept, 30));
    expect(kept.progress).toMatchObject({ opened: true, expanded: true, ticked: true, applied: true });
    const reloaded = portalOn(show(markup('classic/calendar')));
    kept.steps.length = 0;
    expect(await showService(reloaded, web5000, kept.progress, options(kept))).toEqual({ outcome: 'done' });
    expect(kept.steps).toEqual([]);
  });

  it('concludes nothing from a page that is being drawn anew', async () => {
    const page = livePage('roles');
    const kept = keeper();
    await showService(page.portal, web5000, noProgress, options(kept));
    const main = page.shown.querySelector('main')!;
    [...page.shown.querySelectorAll('button')].find((one) => one.textContent === 'Appliquer le filtre')!.addEventListener('click', () => {
      const [home, drawing] = [main.parentElement!, page.shown.createElement('p')];
      main.replaceWith(drawing);
      setTimeout(() => home.replaceChild(main, drawing), 0);
    });
    expect(await undoService(page.portal, web5000, kept.progress, options(kept))).toEqual({ outcome: 'done' });
    expect(kept.progress).toMatchObject({ opened: false, expanded: false, ticked: false, applied: false, leaving: false });
  });

  it('puts back the squares below the node that were ticked before', async () => {
    const page = livePage('classic');
    const leaf = page.shown.querySelector<HTMLInputElement>('#n7')!;
    leaf.checked = true;
    page.shown.querySelector('#n6')!.addEventListener('click', (event) => (leaf.checked = (event.target as HTMLInputElement).checked));
    const kept = keeper();
    await showService(page.portal, web5000, noProgress, options(kept));
    await undoService(page.portal, web5000, kept.progress, options(kept));
    expect(page.licence().checked).toBe(false);
    expect(leaf.checked).toBe(true);
  });
});
