/** The nine establishments to start from (portal.md § 10). S0 says nine and names none: the list is for the CCT to correct. */
import type { Establishment } from '../domain/roster.ts';

const establishment = (id: string, name: string, aliases: string[], certain = true): Establishment => ({
  id,
  name,
  aliases,
  weight: 1,
  fixed: null,
  representative: null,
  substitute: null,
  state: 'active',
  browserOnly: false,
  certain,
});

const cisss = (territory: string): string => `Centre intégré de santé et de services sociaux ${territory}`;

export const establishments: readonly Establishment[] = [
  establishment('chu-quebec', 'CHU de Québec – Université Laval', ['CHU de Québec – UL', 'CHU de Québec', 'CHU de Québec – UL – CCT', 'Centre hospitalier universitaire de Québec – Université Laval']),
  establishment('iucpq', 'Institut universitaire de cardiologie et de pneumologie de Québec – Université Laval', [
    'IUCPQ', 'IUCPQ – UL', 'IUCPQ – Université Laval', 'Institut universitaire de cardiologie et de pneumologie de Québec',
  ]),
  establishment('ciusss-capitale-nationale', 'CIUSSS de la Capitale-Nationale', [
    'CIUSSS Capitale-Nationale', 'CIUSSSCN', 'Capitale-Nationale', 'Centre intégré universitaire de santé et de services sociaux de la Capitale-Nationale',
  ]),
  establishment('cisss-chaudiere-appalaches', 'CISSS de Chaudière-Appalaches', ['CISSS Chaudière-Appalaches', 'CISSSCA', 'Chaudière-Appalaches', cisss('de Chaudière-Appalaches')]),
  establishment('cisss-bas-saint-laurent', 'CISSS du Bas-Saint-Laurent', ['CISSS Bas-Saint-Laurent', 'CISSS du Bas-St-Laurent', 'CISSS BSL', 'Bas-Saint-Laurent', 'Bas-St-Laurent', cisss('du Bas-Saint-Laurent')]),
  establishment('cisss-cote-nord', 'CISSS de la Côte-Nord', ['CISSS Côte-Nord', 'Côte-Nord', cisss('de la Côte-Nord')]),
  establishment('cisss-gaspesie', 'CISSS de la Gaspésie', ['CISSS Gaspésie', 'Gaspésie', cisss('de la Gaspésie')]),
  establishment('cisss-iles', 'CISSS des Îles', ['CISSS Îles', 'CISSS des Îles-de-la-Madeleine', 'Îles-de-la-Madeleine', 'Les Îles', cisss('des Îles')]),
  // Inferred from the territory only; another body may be meant.
  establishment('clsc-naskapi', 'CLSC Naskapi', ['Naskapi', 'Centre local de services communautaires Naskapi'], false),
];
