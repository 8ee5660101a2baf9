/**
 * What each fixture page truly holds, said by its markup as it was written and not by the engine: a selector, with
 * « = » and the exact words where it needs them. It is stamped as `data-truth`, which the engine never looks at,
 * before a page is mutated, so that whatever is found, read or written later can be judged.
 */
import type { AnchorName } from '../../../../lib/portal/anchors.ts';
import type { PageKind } from '../../../../lib/portal/page.ts';
import { rootsOf } from '../../../../lib/portal/roots.ts';
import type { Family } from '../pages.ts';

export const TRUTH = 'data-truth';

/** Besides anchors: what Annexe 1 must tick (S0-40), its line, and what of the list belongs to which row. */
export type Token = AnchorName | 'licenceSquare' | 'installation';
export type Truth = Partial<Record<Token, string>>;

const columns = (selector: string, names: Partial<Record<AnchorName, string>>): Truth =>
  Object.fromEntries(Object.entries(names).map(([anchor, name]) => [anchor, `${selector}=${name}`]));

const whole = { columnNumber: 'Numéro', columnResource: 'Ressource', columnTitle: 'Titre', columnEstablishment: 'Établissement', columnRequester: 'Demandeur', columnStart: 'Début', columnEnd: 'Fin', columnStatus: 'Statut' } as const;

export const truths: Record<Family, Record<PageKind, Truth>> = {
  classic: {
    calendar: {
      account: '.menu a', pageTitle: 'h1', criteria: '.pli', characteristics: 'h3=Caractéristiques', saveFilters: 'button=Sauvegarder les filtres', applyFilter: 'button=Appliquer le filtre',
      legend: '.onglet', licenceSquare: '#n6', installation: '#n4',
    },
    list: { account: '.menu a', pageTitle: 'h1', pageSize: '#par', search: '#mot', onlyToApprove: 'td > label > input', legend: '.onglet', ...columns('.liste th', whole) },
    form: {
      account: '.menu a', save: 'button=Enregistrer et Fermer', resource: '#a1', title: '#a2', date: '#a4', start: '#a5', end: '#a6', freeText: '#a7', requester: '#a8', email: '#a9',
    },
    detail: { account: '.menu a', approve: 'button=Approuver', reject: 'button=Rejeter' },
    signIn: { password: '#m', forgottenPassword: 'a' },
  },
  roles: {
    calendar: {
      account: 'nav a,nav button', pageTitle: 'h1', criteria: '.x5', resourceTree: '[role=tree]', characteristics: 'h3=Caractéristiques', saveFilters: 'button=Sauvegarder les filtres', applyFilter: 'button=Appliquer le filtre',
      legend: '.x92', installation: '[role=tree] > [role=treeitem]:last-child input',
    },
    list: {
      account: 'nav.x2 a,nav.x2 button', pageTitle: 'h1', pageSize: '#parPage', search: '#motCle', onlyToApprove: 'section > div > label > input', legend: '.x92', ...columns('th', whole),
    },
    form: {
      account: 'nav a,nav button', save: 'button=Enregistrer et Fermer', resource: '#ressource', title: '#titre', date: '#date', start: '#debut', end: '#fin', freeText: '#commentaires', requester: '#demandeur', email: '#courriel',
    },
    detail: { account: 'nav a,nav button', approve: 'button=Approuver', reject: 'button=Rejeter' },
    signIn: { password: '#m', forgottenPassword: 'a' },
  },
  boxes: {
    calendar: {
      account: '.tab', pageTitle: '.big', criteria: '.ph', characteristics: '.st=Caractéristiques', saveFilters: '.btn=Sauvegarder les filtres', applyFilter: '.btn=Appliquer le filtre',
      licenceSquare: '.kids input', installation: '.pb > .node > .line > input',
    },
    list: { account: '.tab', pageTitle: '.big', pageSize: '.fl select', ...columns('.hd .c', { columnNumber: 'No', columnResource: 'Ressource', columnTitle: 'Titre', columnEstablishment: 'Établissement', columnRequester: 'Demandeur', columnDate: 'Date', columnStart: 'Début', columnDuration: 'Durée', columnStatus: 'État' }) },
    form: {
      account: '.tab', save: '.btn=Enregistrer et Fermer', resource: '.f:nth-child(2) select', title: '.f:nth-child(3) input', date: '.f:nth-child(4) select', start: '.f:nth-child(5) select', end: '.f:nth-child(6) select',
      freeText: 'textarea', requester: '.f:nth-child(8) input', email: '.f:nth-child(9) input',
    },
    detail: { account: '.tab', approve: '.btn=Approuver', reject: '.btn=Rejeter' },
    signIn: { password: '[type=password]', forgottenPassword: '.lnk' },
  },
  ext: {
    calendar: {
      account: '.x-toolbar button', pageTitle: '.x-panel-header-text=Mes réservations de ressource', criteria: '.x-panel-header-text=Critères', characteristics: '.x-panel-header-text=Caractéristiques', saveFilters: 'button=Sauvegarder les filtres',
      applyFilter: 'button=Appliquer le filtre', licenceSquare: '.x-tree-root-ct > li:last-child > ul > li:last-child input', installation: '.x-tree-root-ct > li:last-child > div > input',
    },
    list: {
      account: '.x-toolbar button', pageTitle: '.x-panel-header-text', pageSize: 'select', search: '#ext-comp-1201', onlyToApprove: '#ext-comp-1202', nextPage: 'button=Suivant', previousPage: 'button=Précédent',
      ...columns('.x-grid3-hd div', { ...whole, columnEmail: 'Courriel', columnStart: 'Date et heure de début', columnEnd: 'Date et heure de fin' }),
    },
    form: {
      account: '.x-toolbar button', save: 'button=Enregistrer et Fermer', resource: '#ext-comp-1121', title: '#ext-comp-1122', date: '#ext-comp-1124', start: '#ext-comp-1125', duration: '#ext-comp-1126', durationUnit: '[aria-label=Unité]',
      freeText: 'textarea', requester: '#ext-comp-1128', email: '#ext-comp-1129',
    },
    detail: { account: '.x-toolbar button', approve: 'button=Approuver', reject: 'button=Rejeter' },
    signIn: { password: '[type=password]', forgottenPassword: 'a' },
  },
  frames: {
    calendar: {
      account: 'a[target]', criteria: 'legend a,legend,fieldset', characteristics: 'b=Caractéristiques', saveFilters: '[value="Sauvegarder les filtres"]', applyFilter: '[value="Appliquer le filtre"]',
      licenceSquare: 'fieldset > table > tbody > tr:last-child table tr:last-child input', installation: 'fieldset > table > tbody > tr:last-child table tr:first-child input',
    },
    list: { account: 'a[target]', pageTitle: 'center font', pageSize: 'select', search: '[name=mot]', onlyToApprove: '[name=ap]', ...columns('tr[bgcolor] b', { ...whole, columnDate: 'Date' }) },
    form: {
      account: 'a[target]', save: '[value="Enregistrer et Fermer"]', resource: '[name=r]', title: '[name=t]', date: '[name=j],[name=m],[name=a]', start: '[name=hd],[name=md]', end: '[name=hf],[name=mf]', freeText: 'textarea', requester: '[name=q]', email: '[name=e]',
    },
    detail: { account: 'a[target]', approve: '[value=Approuver]', reject: '[value=Rejeter]' },
    signIn: { password: '[type=password]', forgottenPassword: 'a' },
  },
  components: {
    calendar: {
      account: 'nav a', pageTitle: 'h1', criteria: '[aria-expanded]=Critères', resourceTree: '[role=tree]', characteristics: 'h3=Caractéristiques', saveFilters: 'p-button=Sauvegarder les filtres', applyFilter: 'p-button=Appliquer le filtre',
      dayHeading: 'h2', licenceSquare: '[role=tree] > li:last-child ul > li:last-child input', installation: '[role=tree] > li:last-child > label > input',
    },
    list: {
      account: 'nav a', pageTitle: 'h1', pageSize: 'select', search: '[type=search]', onlyToApprove: '[type=checkbox]', ...columns('[role=columnheader]', { ...whole, columnStatus: 'État' }),
    },
    form: {
      account: 'nav a', save: 'p-button=Enregistrer et Fermer', resource: 'select', title: 'input[value=Forum]', start: '[value$="09:00"]', end: '[value$="10:30"]', freeText: 'textarea', requester: '[value^=Julie]', email: '[value^=julie]',
    },
    detail: { account: 'nav a', approve: 'p-button=Approuver', reject: 'p-button=Rejeter' },
    signIn: { password: '[type=password]', forgottenPassword: 'a' },
  },
};

const wordsOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/gu, ' ').trim();

/** The elements that a locator means, in all trees of the page. */
export function locate(page: Document, locator: string): Element[] {
  const split = /^([^=]*(?:\[[^\]]*\][^=]*)*)=([^=\]]+)$/u.exec(locator);
  const [css, text] = split ? [split[1]!, split[2]] : [locator, undefined];
  return rootsOf(page).flatMap((root) => [...root.querySelectorAll(css)]).filter((element) => text === undefined || wordsOf(element) === text);
}

/** @returns how many elements each token was stamped on */
export function stamp(page: Document, truth: Truth): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [token, locator] of Object.entries(truth)) {
    const elements = locate(page, locator);
    counts[token] = elements.length;
    for (const element of elements) element.setAttribute(TRUTH, `${element.getAttribute(TRUTH) ?? ''} ${token}`.trim());
  }
  return counts;
}
