import { resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryProblems, type DeliveryProblem } from '../../../lib/state/outbox-store.ts';
import { presets } from '../../../lib/services/presets.ts';
import { booking, conference, entry, HOUR, NOW, ofLedger, settings } from '../../lib/samples.ts';
import { actions, buttons, clean, draw, items, openTab, press, textOf } from './draw.tsx';
import { approved, ledgerOf, outboxOf, readings, steps } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

describe('« Planifiées »', () => {
  const show = (change: Parameters<typeof draw>[0]) => {
    const popup = draw({ readings: readings(approved), ...change });
    openTab(popup, /Planifiées/u);
    return popup;
  };
  const scheduled = ofLedger({ state: 'scheduled', conference, steps }, approved);

  it('F13 shows the state, its hours, the join link and the invitation', () => {
    const popup = show({ ledger: ledgerOf(scheduled) });
    const [item] = items(popup);
    const text = textOf(item);
    for (const part of ['Planifiée', 'Reçue à 09 h 04 · Créée à 09 h 05 · Courriel remis à 09 h 06', 'Rencontre créée']) expect(text).toContain(part);
    expect(item?.querySelector('a[href="https://zoom.exemple.test/j/91234567890"]')).not.toBeNull();
    press(buttons(popup, /^Copier l’invitation de « Bilan régional de vaccination »$/u)[0]);
    expect(actions.copyInvitation).toHaveBeenCalledTimes(1);
  });

  it('S1-02 S2-20 says of which service it is where there are several, and not where there is one', () => {
    expect(textOf(show({ settings: settings({ cards: [...presets] }), ledger: ledgerOf(scheduled) }).querySelector('.pa-popup-facts'))).toContain('Licence ZOOM Web5000');
    clean();
    expect(textOf(show({ settings: settings({ cards: presets.slice(0, 1) }), ledger: ledgerOf(scheduled) }).querySelector('.pa-popup-facts'))).not.toContain('Web5000');
  });

  it('F11 F13 a mail to the approvers is not the requester’s: neither delivered nor refused', () => {
    const told = (what: string) => ofLedger({ state: 'scheduled', conference, steps: [...steps.slice(0, 3), { what, at: '2026-11-23T14:30:00Z', detail: 'approverLate' }] }, approved);
    for (const what of ['mailSent', 'mailFailed']) {
      const popup = show({ ledger: ledgerOf(told(what)) });
      expect(textOf(popup.querySelector('.pa-popup-steps > p'))).toBe('Reçue à 09 h 04 · Créée à 09 h 05');
      expect(textOf(popup)).not.toContain('n’a pas été remis');
      clean();
    }
  });

  it('shows a step that this version does not know as it is called', () => {
    expect(textOf(show({ ledger: ledgerOf(scheduled) }))).toContain('teleported');
  });

  it('says that an event is queued, why, and when it is tried again', () => {
    const waiting = entry({ problem: { code: 'unreachable', detail: null, at: NOW }, nextAttempt: NOW + 5 * 60_000 });
    const popup = show({ outbox: outboxOf(waiting) });
    expect(textOf(items(popup)[0])).toContain('En file : compagnon injoignable, nouvel essai à 10 h 05.');
    press(buttons(popup, /Réessayer maintenant/u)[0]);
    expect(actions.retry).toHaveBeenCalledTimes(1);
  });

  it.each(deliveryProblems.map((code) => [code]))('has a sentence and a remedy for « %s »', (code: DeliveryProblem) => {
    const text = textOf(show({ outbox: outboxOf(entry({ problem: { code, detail: null, at: NOW } })) }));
    expect(text).toMatch(/En file : .+/u);
    expect(text).not.toContain('problem_');
  });

  it('says why a person must look', () => {
    expect(textOf(show({ ledger: ledgerOf(ofLedger({ state: 'attention', message: 'La licence est déjà prise.' }, approved)) }))).toContain('La licence est déjà prise.');
  });

  it('says what Zoom set otherwise than asked (S0-19), unknown words as they are', () => {
    const differing = { ...conference, differences: ['waitingRoom', 'holograms'] };
    expect(textOf(show({ ledger: ledgerOf(ofLedger({ state: 'scheduled', conference: differing }, approved)) }))).toContain('Zoom n’a pas retenu : la salle d’attente, holograms.');
  });

  it('F09 Z48 offers to hold at its new hour what is over and was moved in the portal', () => {
    const over = booking({ status: 'approved', start: NOW - 2 * HOUR, end: NOW - HOUR });
    const moved = { ...over, start: NOW + 24 * HOUR, end: NOW + 25 * HOUR };
    const popup = show({ readings: readings(moved), ledger: ledgerOf(ofLedger({ state: 'ended', conference, steps }, over)) });
    expect(textOf(popup)).toContain('Modifiée dans le portail : à revoir');
    press(buttons(popup, /Mettre à jour la rencontre Zoom/u)[0]);
    expect(actions.send).toHaveBeenCalledTimes(1);
    const [[sent] = []] = vi.mocked(actions.send).mock.calls;
    expect(sent).toMatchObject([{ booking: { start: moved.start, end: moved.end } }]);
  });

  it('F14 offers to take over a change, and does not by itself', () => {
    const moved = booking({ status: 'approved', start: approved.start + HOUR });
    const popup = show({ readings: readings(moved), ledger: ledgerOf(scheduled) });
    expect(textOf(popup)).toContain('Modifiée dans le portail : à revoir');
    expect(actions.send).not.toHaveBeenCalled();
    press(buttons(popup, /Mettre à jour la rencontre Zoom/u)[0]);
    expect(actions.send).toHaveBeenCalledTimes(1);
  });

  it('S0-35 a conference that the portal let go of is cancelled by a click, with one of four reasons', () => {
    const popup = show({ readings: readings(booking({ status: 'cancelled' })), ledger: ledgerOf(scheduled) });
    const choice = popup.querySelector('select');
    expect([...(choice?.options ?? [])].map((option) => option.text)).toEqual(['Rencontre annulée', 'Rencontre replanifiée', 'Participant(s) non présent(s)', 'Problème technique (non résolu)']);
    press(buttons(popup, /^Annuler la rencontre Zoom$/u)[0]);
    expect(actions.cancel.mock.calls[0]?.[1]).toBe('cancelled');
  });

  it('S0-34 a conference that its requester cancelled is still to be cancelled in the portal', () => {
    const popup = show({ ledger: ledgerOf(ofLedger({ state: 'cancelled' }, approved)) });
    expect(textOf(popup)).toContain('Annulée chez Zoom, encore approuvée dans le portail');
  });
});
