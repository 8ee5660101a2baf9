/** What the tests of this room share: a clock that stands still and a portal that closes itself. */
import { onTestFinished } from 'vitest';
import { startPortalStandin, type PortalStandin, type PortalStandinOptions } from './index.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** Wednesday 18 November 2026, 09:20 in Toronto. */
export const NOW = Date.parse('2026-11-18T14:20:00Z');

export async function openPortal(options: PortalStandinOptions = {}): Promise<PortalStandin> {
  const portal = await startPortalStandin({ now: () => NOW, bookings: 'none', ...options });
  onTestFinished(() => portal.close());
  return portal;
}

export async function signedIn(portal: PortalStandin, code = 'representante'): Promise<Visitor> {
  const visitor = createVisitor(portal.url);
  await visitor.signIn(code);
  return visitor;
}

/** A local moment of November 2026 in Toronto (UTC−5 after the clock change). */
export const november = (day: number, clock: string): number => Date.parse(`2026-11-${String(day).padStart(2, '0')}T${clock}:00-05:00`);

/** Fields of a good booking of the licence on 24 November, 10:00 to 11:30. */
export const licenceFields = {
  ressource: 'licence-web5000', titre: 'Forum des cadres', departement: 'Direction générale', date: '2026-11-24', debut: '10:00', fin: '11:30',
  commentaires: 'Environ 900 participants.', demandeur: 'Julie Gagnon', courriel: 'julie.gagnon@exemple.test',
};
