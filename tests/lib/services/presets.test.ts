import { describe, expect, it } from 'vitest';
import { roster } from '../../../lib/domain/roster.ts';
import { serviceCard } from '../../../lib/services/card.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';

const card = (id: string) => presets.find((preset) => preset.id === id)!;

describe('service cards', () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))('the card « %s » is valid', (_id, preset) => {
    expect(serviceCard.safeParse(preset).error).toBeUndefined();
  });

  it('stand for the five documents, one each', () => {
    expect(presets.map(({ id, source }) => [id, source])).toEqual([['web5000', 'S0'], ['shared-room', 'S1'], ['nominative-300', 'S2'], ['health-portal', 'S3'], ['clinical', 'S4']]);
  });

  it('S0-01 S0-46 the licence holds 5 000 participants', () => {
    expect(card('web5000').capacity).toBe(5000);
  });

  it('S0-19 S1-22 S2-13 S4-24 each service has its own rule of the waiting room', () => {
    expect(presets.map(({ rules }) => rules.waitingRoom)).toEqual(['off', 'offThenOn', 'optional', 'optional', 'on']);
  });

  it('S0-22 S2-24 only the shared licence is always approved', () => {
    expect(presets.map(({ approval }) => approval)).toEqual(['always', 'none', 'none', 'none', 'none']);
  });

  it('S0-26 S3-17 who invites differs', () => {
    expect(presets.map(({ invitations }) => invitations)).toEqual(['requester', 'requester', 'organiser', 'system', 'organiser']);
  });

  it('S0-27 S1-05 the secret is given only to the holder of a slot of the shared room', () => {
    expect(presets.filter(({ secret }) => secret === 'timedReveal').map(({ id }) => id)).toEqual(['shared-room']);
  });

  it('S0-28 S1-07 S3-22 who opens differs', () => {
    expect(presets.map(({ rules }) => rules.startMode)).toEqual(['host', 'hostKey', 'organiser', 'automatic', 'organiser']);
  });

  it('S0-29 S1-26 microphones are closed on entry', () => {
    expect([card('web5000'), card('shared-room')].every(({ rules }) => rules.muteOnEntry)).toBe(true);
  });

  it('S1-13 the shared room holds one booking at a time, and makes no meeting (S1-30)', () => {
    expect(card('shared-room')).toMatchObject({ concurrency: 1, rules: { kind: 'permanent' } });
  });

  it('S1-06 S1-07 S1-08 S1-32 S1-34 the day card of the shared room: be early, claim host with Zoom’s own words, the waiting room as an obligation', () => {
    const [early, claim, waiting, recording] = card('shared-room').checklist;
    expect(early).toContain('avant les participants');
    expect(claim).toBe('Participants → «\u00a0Revendiquer le rôle d’hôte\u00a0» → saisir la clé hôte');
    expect(waiting).toMatch(/^Obligatoire\u00a0: «\u00a0Sécurité\u00a0» → «\u00a0Activez la salle d’attente\u00a0»$/u);
    expect(recording).toContain('24 heures');
  });

  it('S1-40 S2-23 S4-16 recordings are kept 24 hours, 60 days, or not made', () => {
    expect(card('shared-room').recordingHours).toBe(24);
    expect(card('nominative-300').recordingHours).toBe(60 * 24);
    expect(card('clinical')).toMatchObject({ recordingHours: null, rules: { recording: 'none' } });
  });

  it('S0-21 no quota is invented: the document states none', () => {
    expect(presets.every(({ quota }) => quota.total === null)).toBe(true);
  });

  it('S4-01 S4-26 only the clinical service is clinical, and it asks for a plan B', () => {
    expect(presets.filter(({ clinical }) => clinical).map(({ id }) => id)).toEqual(['clinical']);
    expect(presets.filter(({ required }) => required.planB).map(({ id }) => id)).toEqual(['clinical']);
  });
});

describe('the roster', () => {
  it('S0-20 is valid, with nine establishments of equal weight', () => {
    expect(roster.safeParse(establishments).error).toBeUndefined();
    expect(establishments.map(({ weight }) => weight)).toEqual(Array.from({ length: 9 }, () => 1));
    expect(new Set(establishments.map(({ id }) => id)).size).toBe(9);
  });

  it('S0-20 says that the ninth is uncertain', () => {
    expect(establishments.filter(({ certain }) => !certain).map(({ id }) => id)).toEqual(['clsc-naskapi']);
  });
});
