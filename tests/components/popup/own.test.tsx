import { resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booking, conference, DAY, entry, facts, NOW, ofLedger, portalReading, representative, settings } from '../../lib/samples.ts';
import { buttons, clean, draw, items, textOf } from './draw.tsx';
import { approved, ledgerOf, outboxOf, steps } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

describe('a representative', () => {
  const mine = { settings: settings({ person: representative }) };

  it('S3-21 sees their own requests with their state, and copies the invitation of what is scheduled', () => {
    const scheduled = ofLedger({ state: 'scheduled', conference, steps }, approved);
    const waiting = ofLedger({ key: 'iris:2' }, booking({ number: '2', start: NOW + 5 * DAY, end: NOW + 6 * DAY }));
    const popup = draw({ ...mine, readings: {}, ledger: ledgerOf(scheduled, waiting) });
    expect(items(popup).map((item) => textOf(item.querySelector('.pa-badge')))).toEqual(['Planifiée', 'À approuver']);
    expect(buttons(popup, /Copier l’invitation/u)).toHaveLength(1);
    expect([...popup.querySelectorAll('[role=tab]')].map(textOf)).toEqual(['Vos demandes22 demandes en cours', 'Historique']);
    expect(buttons(popup, /Créer|Annuler la rencontre|Mettre à jour/u)).toEqual([]);
  });

  it('F11 reads, three working days before, not to send the invitation of what nobody has answered', () => {
    const asked = (start: number) => textOf(draw({ ...mine, readings: {}, ledger: ledgerOf(ofLedger({}, booking({ start, end: start + DAY }))) }));
    expect(asked(NOW + 3 * DAY)).toContain('Non confirméeN’envoyez pas l’invitation');
    expect(asked(NOW + 3 * DAY + 1)).not.toContain('N’envoyez pas');
  });

  it('S0-03 sees nobody else’s, even when a tab showed them', () => {
    const other = booking({ number: '9', requester: { name: 'Étienne Lavoie', email: 'etienne.lavoie@exemple.test' } });
    const popup = draw({ ...mine, readings: { iris: portalReading([], { reading: null, state: 'never', seen: [{ booking: other, at: NOW }, { booking: booking(), at: NOW }] }) } });
    expect(items(popup)).toHaveLength(1);
    expect(textOf(popup)).not.toContain('Lavoie');
  });

  it('sees a request that waits for the companion', () => {
    const sent = { type: 'booking.requested', timestamp: new Date(NOW).toISOString(), data: { booking: ofLedger({}, booking({ number: null })).booking, service: { id: 'web5000', name: 'Licence', capacity: 5000, concurrency: 1, bufferBefore: 0, bufferAfter: 0, rules: settings().cards[0]?.rules }, language: 'fr' } };
    const queued = entry({ key: 'iris~x', type: 'booking.requested', body: JSON.stringify(sent), problem: { code: 'unreachable', detail: null, at: NOW }, nextAttempt: NOW + 60_000 });
    const text = textOf(draw({ ...mine, readings: {}, outbox: outboxOf(queued) }));
    expect(text).toContain(facts.name);
    expect(text).toContain('En file : compagnon injoignable, nouvel essai à 10 h 01.');
  });

  it('is told how to begin', () => {
    expect(textOf(draw({ ...mine, readings: {} }))).toContain('Aucune demande en cours');
  });
});
