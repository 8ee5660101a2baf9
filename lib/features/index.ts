/**
 * Which part of the overlay which kind of page gets. Each `import()` is a file of its own in the build, put into the
 * page when it first is of that kind (wxt.parts.ts); what they share stands in the overlay itself.
 */
import type { PageKind } from '../portal/page.ts';
import type { Part } from './feature.ts';
import { report } from './report.ts';

export type Parts = Readonly<Record<PageKind | 'unknown', () => Promise<Part>>>;

export const parts: Parts = {
  calendar: async () => (await import('./parts/calendar.ts')).calendar,
  form: async () => (await import('./parts/form.ts')).form,
  list: async () => (await import('./parts/list.ts')).list,
  detail: async () => (await import('./parts/detail.ts')).detail,
  signIn: () => Promise.resolve({ features: [report] }),
  unknown: async () => (await import('./parts/unknown.ts')).unknown,
};
