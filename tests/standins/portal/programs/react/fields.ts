/** The values that the controls of a page start with. */
import type { CalendarPage, FormPage, ListPage, Page, TreeNode } from '../../models.ts';
import { statusCodes } from '../../status-codes.ts';
import type { Fields } from './store.ts';

export const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const leaves = (node: TreeNode): TreeNode[] => (node.children.length === 0 ? [node] : node.children.flatMap(leaves));

function ofForm(page: FormPage): Fields {
  const [year = '', month = '', day = ''] = page.date.split('-');
  const length = page.end - page.start;
  const time = (name: string, minutes: number): Fields => {
    if (page.shape === 'isoSeconds') return { [name]: [String(minutes * 60)] };
    if (page.shape === 'splitSelects') return { [`${name}_heure`]: [String(Math.floor(minutes / 60))], [`${name}_minute`]: [String(minutes % 60)] };
    return { [name]: [clock(minutes)] };
  };
  return {
    ...(page.number === null ? {} : { numero: [page.number] }),
    ressource: page.resources.filter((one) => one.selected).map((one) => one.id),
    titre: [page.meetingTitle],
    departement: [page.department],
    ...(page.shape === 'splitSelects' ? { jour: [String(Number(day))], mois: [String(Number(month))], annee: [year] } : { date: [page.date] }),
    ...time('debut', page.start),
    ...(page.shape === 'durationUnit' ? { duree: [String(length % 60 === 0 ? length / 60 : length)], duree_unite: [length % 60 === 0 ? 'heures' : 'minutes'] } : time('fin', page.end)),
    commentaires: [page.comments],
    demandeur: [page.requester],
    courriel: [page.email],
  };
}

function ofList(page: ListPage): Fields {
  return {
    type: page.types.filter((one) => one.checked).map((one) => one.value),
    statut: page.statuses.filter((one) => one.checked).map((one) => statusCodes[one.key]),
    approbateur: page.asApprover ? ['1'] : [],
    createur: page.asCreator ? ['1'] : [],
    periode: [page.period],
    date: [page.date],
    du: [page.from],
    au: [page.to],
    motCle: [page.keyword],
    parPage: [String(page.perPage)],
  };
}

function ofCalendar(page: CalendarPage): Fields {
  return {
    noeud: page.tree.flatMap(leaves).filter((one) => one.checked).map((one) => one.id),
    caracteristique: page.characteristics.filter((one) => one.checked).map((one) => one.value),
    ouvert: [page.criteriaOpen ? '1' : '0'],
    deplies: [],
    recherche: [''],
    date: [page.date],
  };
}

export function fieldsOf(page: Page): Fields {
  switch (page.kind) {
    case 'form': return ofForm(page);
    case 'list': return ofList(page);
    case 'calendar': return ofCalendar(page);
    case 'signIn': return { ...Object.fromEntries(page.hidden.map(([name, text]) => [name, [text]])), utilisateur: [page.user], motDePasse: [''] };
    default: return {};
  }
}
