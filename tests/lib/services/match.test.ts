import { describe, expect, it } from 'vitest';
import { serviceOfEvent } from '../../../lib/contract/rules.ts';
import { matchCard, toServiceOfEvent } from '../../../lib/services/match.ts';
import { presets } from '../../../lib/services/presets.ts';

describe('matching a resource to its card', () => {
  it.each([
    'Licence Web 5000 participants (ZOOM Web5000)',
    'Licence ZOOM Web 5000 participants',
    'licence zoom web 5\u00a0000 PARTICIPANTS',
    'LICENCE ZOOM WEB5000',
    'Licence ZOOM Web 5000 pa…',
    'Licence Web 5000 particip',
    'CHU de Québec - UL - CCT - Solution logicielle - Licence ZOOM Web 5000 participants',
    'CHU de Québec – UL – CCT – Solution logicielle – Licence Web 5000 participants (ZOOM Web5000)',
  ])('S0-44 « %s » is the licence', (name) => {
    expect(matchCard(name, presets)?.id).toBe('web5000');
  });

  it.each([
    'Bureau polyvalent', 'Bureau polyvalent 5000', 'Salle 12', 'Solution logicielle', 'CHU de Québec – UL – CCT', 'CHU de Québec - UL - CHUL - DRI - CHUL',
    'Licence Web 500 participants', 'Licence Web 50000 participants', 'Formation sur la Licence ZOOM Web 5000 participants', 'Licence', 'Licence ZOOM…', '', ' - ', '5000',
  ])('S0-47 « %s » is no card', (name) => {
    expect(matchCard(name, presets)?.id ?? null).toBeNull();
  });

  it('S1-02 S2-20 S3-08 S4-01 the other services are found by their names', () => {
    expect(['Salle de réunion Opteos', 'Licence Zoom nominative', 'Web conférence', 'Licence Zoom Télésanté'].map((name) => matchCard(name, presets)?.id)).toEqual(['shared-room', 'nominative-300', 'health-portal', 'clinical']);
  });

  it('does not choose between two cards of the same name', () => {
    const [licence] = presets;
    expect(matchCard('Web5000', [licence!, { ...licence!, id: 'copy' }])).toBeNull();
  });

  it.each(presets.map((card) => [card.id, card] as const))('the card « %s » travels in an event', (_id, card) => {
    expect(serviceOfEvent.safeParse(toServiceOfEvent(card)).error).toBeUndefined();
  });
});
