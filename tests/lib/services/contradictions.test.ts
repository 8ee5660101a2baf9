/** The seven contradictions between the five documents (services.md, at the end): the five cards at once, each with its own rule. */
import { describe, expect, it } from 'vitest';
import { overlayTranslate } from '../words.ts';
import { meetingSettings } from '../../../companion/zoom/meeting-body.ts';
import type { ConferenceOrder } from '../../../companion/zoom/types.ts';
import type { Booking } from '../../../lib/domain/booking.ts';
import { printInvitation } from '../../../lib/domain/invitation.ts';
import { adviseFitting } from '../../../lib/domain/sizing.ts';
import { asksCharter, cardNotes } from '../../../lib/features/card-rules.ts';
import { matchCard, toServiceOfEvent } from '../../../lib/services/match.ts';
import { presets } from '../../../lib/services/presets.ts';
import { popupModel } from '../../../lib/state/model.ts';
import { booking, NOW, portalReading, settings, sources } from '../samples.ts';

const ids = ['web5000', 'shared-room', 'nominative-300', 'health-portal', 'clinical'] as const;
type Id = (typeof ids)[number];
const plain = (text: string): string => text.replace(/\u00a0/gu, ' ');
/** What Zoom would be asked for a meeting of this card. */
const asked = ({ rules }: (typeof presets)[number]) => meetingSettings({ rules } as ConferenceOrder);
/** What each card answers, all asked at once. */
const each = <T>(ask: (card: (typeof presets)[number]) => T): Record<string, T> => Object.fromEntries(presets.map((card) => [card.id, ask(card)]));
const notes = each((card) => cardNotes(card, overlayTranslate('fr')).map(plain).join(' '));
const says = (words: string): string[] => ids.filter((id) => notes[id]?.includes(words));

describe('the contradictions between the documents, with all five cards in use', () => {
  it('S0-44 each card is told from the four others by every one of its names', () => {
    for (const card of presets) for (const name of [card.name, ...card.aliases]) expect([name, matchCard(name, presets)?.id]).toEqual([name, card.id]);
  });

  it('1 S0-19 S1-22 S1-34 S2-13 S4-24 the waiting room is off, turned on by hand, optional, or always on: said on the form, and asked of Zoom', () => {
    expect(each(({ rules }) => rules.waitingRoom)).toEqual({ web5000: 'off', 'shared-room': 'offThenOn', 'nominative-300': 'optional', 'health-portal': 'optional', clinical: 'on' });
    expect([says('Il n’y a pas de salle d’attente'), says('activez la salle d’attente : c’est obligatoire'), says('La salle d’attente est toujours activée')]).toEqual([['web5000'], ['shared-room'], ['clinical']]);
    expect(presets.filter((card) => asked(card).waiting_room).map(({ id }) => id)).toEqual(['clinical']);
  });

  it('2 S0-26 S3-17 S3-18 whoever sends the invitation, Passerelle itself writes to no guest: its text is only copied, or kept as a draft', () => {
    expect(each(({ invitations }) => invitations)).toEqual({ web5000: 'requester', 'shared-room': 'requester', 'nominative-300': 'organiser', 'health-portal': 'system', clinical: 'organiser' });
    // Who invites stays here: no event tells it, and Zoom is told to write to nobody.
    for (const card of presets) {
      expect(toServiceOfEvent(card)).not.toHaveProperty('invitations');
      expect(asked(card)).toMatchObject({ email_notification: false, alternative_hosts_email_notification: false });
    }
  });

  it('3 S0-28 S1-07 S3-22 a person of the CCT starts it, it opens by itself, or whoever holds the key does', () => {
    expect(each(({ rules }) => rules.startMode)).toEqual({ web5000: 'host', 'shared-room': 'hostKey', 'nominative-300': 'organiser', 'health-portal': 'automatic', clinical: 'organiser' });
    expect([says('Une personne du CCT démarre'), says('La clé d’hôte'), says('s’ouvre d’elle-même')]).toEqual([['web5000'], ['shared-room'], ['health-portal']]);
    expect(presets.filter((card) => asked(card).join_before_host).map(({ id }) => id)).toEqual(['shared-room', 'health-portal']);
  });

  it('4 S0-27 S1-05 no password is ever given, and the key of the shared room to the holder of the slot only', () => {
    expect(presets.filter(({ secret }) => secret !== 'never').map(({ id }) => id)).toEqual(['shared-room']);
    for (const card of presets) {
      const invitation = printInvitation({ name: card.name, start: NOW, end: NOW + 1, joinLink: 'https://zoom.exemple.test/j/1', conferenceId: '1234567890', passcode: null, dialIn: [], presenter: null, language: 'fr', ...{ hostKey: '998877' } });
      expect([card.id, /clé|998877|mot de passe/iu.test(invitation.text + invitation.html)]).toEqual([card.id, false]);
    }
  });

  it('5 S0-16 S1-13 S2-21 5 000 people, one room at once, 300 at most: the smaller service that is enough is named', () => {
    expect(each(({ capacity, concurrency }) => [capacity, concurrency])).toMatchObject({ web5000: [5000, 1], 'shared-room': [100, 1], 'nominative-300': [300, 1] });
    const web5000 = presets[0]!;
    expect([300, 301, 5000].map((participants) => adviseFitting(participants, web5000, presets)?.id ?? null)).toEqual(['nominative-300', 'web5000', 'web5000']);
  });

  it('6 S0-22 S1-37 S2-24 only what is always approved waits for an approver; the rest is said to need none', () => {
    expect(each(({ approval }) => approval)).toEqual({ web5000: 'always', 'shared-room': 'none', 'nominative-300': 'none', 'health-portal': 'none', clinical: 'none' });
    expect([says('un approbateur y répond'), says('aucune réservation n’est nécessaire')]).toEqual([['web5000'], ['nominative-300', 'clinical']]);
    const bookings = ids.map((id: Id, index): Booking => booking({ number: `N-${index}`, serviceId: id, status: 'approved' }));
    const model = popupModel({ ...sources(), settings: settings({ cards: [...presets] }), readings: { iris: portalReading(bookings) }, health: {}, key: null, language: 'fr' });
    // Nothing is made at Zoom for the health portal (S3), whoever approved what.
    expect(model.toCreate.map((view) => view.booking.serviceId).sort()).toEqual(['clinical', 'nominative-300', 'shared-room', 'web5000']);
  });

  it('7 S1-40 S2-23 S4-16 a recording is kept 24 hours, 60 days, or never made', () => {
    expect(each(({ recordingHours }) => recordingHours)).toEqual({ web5000: null, 'shared-room': 24, 'nominative-300': 60 * 24, 'health-portal': null, clinical: null });
    expect([says('disparaît après 24 heures'), says('jamais enregistrée')]).toEqual([['shared-room'], ['clinical']]);
    expect(presets.filter(asksCharter).map(({ id }) => id)).toEqual(['shared-room']);
    expect(presets.find(({ id }) => id === 'clinical')?.rules.recording).toBe('none');
  });
});
