import type { Establishment } from '../../../lib/domain/roster.ts';

/** An establishment that an admin adds is certain: somebody knows it. */
export const newEstablishment = (id: string, name: string): Establishment => ({
  id,
  name,
  aliases: [],
  weight: 1,
  fixed: null,
  representative: null,
  substitute: null,
  state: 'active',
  browserOnly: false,
  certain: true,
});
