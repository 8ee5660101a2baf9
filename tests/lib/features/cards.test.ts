/** The form changes with the service card: what it asks, says and advises. */
import { describe, expect, it } from 'vitest';
import { overlayTranslate } from '../words.ts';
import { asksCharter, cardAdvice, cardErrors, cardNotes } from '../../../lib/features/card-rules.ts';
import { checkBooking } from '../../../lib/features/booking-check.ts';
import type { Booking } from '../../../lib/domain/booking.ts';
import { clinicalWord } from '../../../lib/domain/clinical-words.ts';
import { parseDetails, printDetails } from '../../../lib/domain/details.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { NOW } from '../portal/pages.ts';
import { booking, HOUR, NINE, plain } from './fixtures.ts';

const words = { translate: overlayTranslate('fr'), language: 'fr' } as const;
const card = (id: string): ServiceCard => presets.find((one) => one.id === id)!;
const [web5000, room, nominative, portal, clinical] = ['web5000', 'shared-room', 'nominative-300', 'health-portal', 'clinical'].map(card) as [ServiceCard, ServiceCard, ServiceCard, ServiceCard, ServiceCard];
const notes = (one: ServiceCard) => cardNotes(one, words.translate).map(plain);
const advice = (one: ServiceCard, change: Partial<{ title: string; planB: string; email: string | null }>) =>
  cardAdvice(one, { title: 'Forum', planB: '', email: null, ...change }, words).filter((sentence) => sentence !== null).map(plain);

const ask = (one: ServiceCard, known: Booking[] = [], change: { planB?: string; charter?: boolean; title?: string } = {}) =>
  checkBooking({
    portal: 'iris', card: one, cards: presets, offered: () => [one], resource: one.name, establishmentId: 'cisss-iles', roster: [...establishments], past: [], now: NOW,
    form: { resource: one.name, resources: [one.name], serviceId: one.id, title: 'Forum', start: NINE, end: NINE + HOUR, freeText: '', number: null, requester: null, email: null },
    typed: { name: change.title ?? 'Forum', participants: '12', presenterName: 'Anne Roy', presenterEmail: '' },
    readings: [{ bookings: known, complete: true, from: NINE - HOUR, to: NINE + 24 * HOUR, at: NINE, source: 'list' }],
    person: { email: null }, reason: '', keep: true, rehearsal: false, planB: change.planB ?? '', charter: change.charter ?? false,
  }, words);

describe('what the form says of each service', () => {
  it('S1-30 S1-04 S1-22 S1-25 S1-34 S1-40 the shared room: booking makes no meeting, the key near the hour, the waiting room to be turned on', () => {
    expect(notes(room)).toEqual([
      'Réserver ne crée pas de réunion : la salle existe.', 'La clé d’hôte n’est montrée qu’à la personne qui tient le créneau, peu avant.',
      'En arrivant, activez la salle d’attente : c’est obligatoire.', 'L’enregistrement disparaît après 24 heures.',
    ]);
  });

  it('S1-16 says how early to arrive, which the card keeps free before', () => {
    expect(notes({ ...room, bufferBefore: 15 })).toContain('Arrivez 15 minutes avant : ce temps est réservé avec le vôtre.');
  });

  it('S2-06 S2-20 S2-24 the nominative licence needs no booking and no approval', () => {
    expect(notes(nominative)).toEqual(['Cette licence est à votre nom : aucune réservation n’est nécessaire.']);
    expect(notes({ ...nominative, rules: { ...nominative.rules, recording: 'cloud' } })).toContain('L’enregistrement disparaît après 60 jours.');
  });

  it('S3-22 S3-16 the health portal makes nothing at Zoom and opens by itself', () => {
    expect(notes(portal)).toEqual(['Aucune réunion n’est créée chez Zoom : la conférence se fait sur le portail de santé.', 'La conférence s’ouvre d’elle-même à l’heure.']);
  });

  it('S4-21 S4-24 the clinical meeting: one’s own licence, the waiting room always on, never recorded', () => {
    expect(notes(clinical)).toEqual(['Cette licence est à votre nom : aucune réservation n’est nécessaire.', 'La salle d’attente est toujours activée.', 'La rencontre n’est jamais enregistrée.']);
  });

  it('S0-19 S0-22 S0-28 the large licence: a request, started by a person, without a waiting room', () => {
    expect(notes(web5000)).toEqual(['C’est une demande : un approbateur y répond.', 'Une personne du CCT démarre la rencontre.', 'Il n’y a pas de salle d’attente.']);
  });

  it.each(presets.map((one) => [one.id, one] as const))('says as much of « %s » in English', (_id, one) => {
    expect(cardNotes(one, overlayTranslate('en'))).toHaveLength(notes(one).length);
  });
});

describe('the form’s own words', () => {
  const said = (one: ServiceCard) => Object.values(ask(one).words).map(plain);

  it('S0-15 S0-18 speak of Zoom where something is made there: the name taken over, the presenter registered in advance', () => {
    expect(said(web5000)).toEqual(['Renseignements pour la rencontre Zoom', 'Il sera repris tel quel dans Zoom.', 'Il permet de l’inscrire d’avance dans Zoom.']);
    for (const one of [nominative, clinical]) expect(said(one)).toEqual(['Renseignements pour la rencontre Zoom', 'Il sera repris tel quel dans Zoom.', 'Il sert à joindre cette personne le jour même.']);
  });

  it('S1-30 S3-16 promise nothing at Zoom for a slot of the room and for the health portal', () => {
    expect(said(room)).toEqual(['Renseignements pour le créneau de la salle', 'Il paraît dans la réservation.', 'Il sert à joindre cette personne le jour même.']);
    expect(said(portal)[0]).toBe('Renseignements pour la web conférence');
    for (const one of [room, portal]) expect(said(one).join(' ')).not.toContain('Zoom');
  });
});

describe('what the form asks of each service', () => {
  it('S4-26 a plan B is required for a clinical meeting, and for no other', () => {
    expect(ask(clinical)).toMatchObject({ asksPlanB: true, facts: null });
    expect(plain(ask(clinical).errors.planB ?? null)).toBe('Inscrivez ce que vous ferez si la connexion se perd, par exemple « par téléphone ».');
    expect(ask(clinical, [], { planB: 'Par téléphone' }).facts).not.toBeNull();
    expect(ask(clinical, [], { planB: 'x'.repeat(201) }).errors.planB).toContain('trop long');
    expect([web5000, room, nominative, portal].map((one) => cardErrors(one, { planB: '', charter: true }, words.translate))).toEqual([{}, {}, {}, {}]);
  });

  it('S4-10 S4-26 warns of a number or an address in the plan B, and stops nothing (S4-02)', () => {
    expect(advice(clinical, { planB: 'Appeler au 418 555-0199' })[0]).toContain('semble contenir un numéro');
    expect(advice(clinical, { planB: 'Par téléphone, dans les 5 minutes' })).toEqual([]);
    expect(ask(clinical, [], { planB: 'Appeler au 418 555-0199' }).facts).not.toBeNull();
  });

  it('S2-25 S1-39 the charter must be ticked where the service records, and only there', () => {
    expect(presets.filter(asksCharter).map(({ id }) => id)).toEqual(['shared-room']);
    expect(ask(room).errors.charter).toBe('Cochez la charte, puisque la rencontre est enregistrée.');
    expect(ask(room, [], { charter: true }).errors.charter).toBeUndefined();
    const recorded = { ...nominative, rules: { ...nominative.rules, recording: 'cloud' as const }, links: [{ purpose: 'charter' as const, label: 'Charte', address: 'https://exemple.ca/charte' }] };
    expect(ask(recorded).charter).toEqual([{ purpose: 'charter', label: 'Charte', address: 'https://exemple.ca/charte' }]);
  });

  it('S2-25 S4-26 the details block keeps the tick and the plan B, and a block without them reads as before', () => {
    const facts = { name: 'Suivi', participants: 2, presenter: { name: 'Anne Roy', email: null } };
    const details = parseDetails(printDetails(facts, { establishment: null, reason: null, planB: 'Par téléphone', charter: 'acceptée' }));
    expect(details).toMatchObject({ intact: true, planB: 'Par téléphone', charter: 'acceptée', rehearsal: null });
    expect(parseDetails(printDetails(facts, { establishment: null, reason: null }))).toMatchObject({ intact: true, planB: null, charter: null });
    const moved = printDetails(facts, { establishment: null, reason: null, planB: 'acceptée' }).replace('Plan B', 'Charte d’enregistrement');
    expect(parseDetails(moved)?.intact).toBe(false);
  });

  it('S2-26 a private address is advised against where work addresses are listed', () => {
    const listed = { ...nominative, emailDomains: ['uvsq.fr', '@ssss.gouv.qc.ca'] };
    expect(advice(listed, { email: 'anne@courriel.example' })).toEqual(['L’adresse anne@courriel.example n’est pas une adresse professionnelle attendue (uvsq.fr ou @ssss.gouv.qc.ca).']);
    expect([advice(listed, { email: 'Anne@UVSQ.fr' }), advice(listed, { email: 'anne@chu.ssss.gouv.qc.ca' }), advice(listed, { email: null }), advice(nominative, { email: 'a@b.example' })]).toEqual([[], [], [], []]);
    expect(advice(listed, { email: 'anne@fauxuvsq.fr' })).toHaveLength(1);
  });

  it.each([['Rencontre avec un patient', 'patient'], ['Suivi des usagères', 'usagères'], ['CONSULTATION', 'CONSULTATION'], ['Forum des cadres', null], ['Impatience collective', null]])('S4-01 hears in « %s » the word %s', (title, word) => {
    expect(clinicalWord(title)).toBe(word);
  });

  it('S4-01 S4-03 a clinical name on a service that is not authorised for it is advised against, and saves all the same', () => {
    for (const one of [web5000, room, nominative, portal]) expect(advice(one, { title: 'Consultation' })[0]).toContain('Ce nom semble clinique (« Consultation »)');
    expect(advice(clinical, { title: 'Consultation' })).toEqual(['Choisissez un nom neutre, sans nom d’usager : d’autres lisent la réservation.']);
    expect(ask(nominative, [], { title: 'Consultation' }).facts).not.toBeNull();
  });

  it('S0-02 a day after the end of the loan is advised against, whatever the card', () => {
    for (const one of presets) expect(plain(ask({ ...one, availableUntil: '2026-11-01' }).advice.join(' '))).toContain('jusqu’au dimanche 1er novembre 2026');
  });

  it('S2-03 S2-21 asks for as many participants as the card holds, at any hour', () => {
    const many = (one: ServiceCard) => checkBooking({ ...questionOf(one), typed: { name: 'Forum', participants: '301', presenterName: 'Anne Roy', presenterEmail: '' } }, words).errors.participants;
    expect([many(nominative), many(web5000)].map((sentence) => plain(sentence ?? ''))).toEqual(['La licence accepte 300 participants au plus.', '']);
    expect(ask(nominative).conflict).toEqual([]);
  });
});

const questionOf = (one: ServiceCard) => ({
  portal: 'iris', card: one, cards: presets, offered: () => [one], resource: one.name, establishmentId: 'cisss-iles', roster: [...establishments], past: [], now: NOW,
  form: { resource: one.name, resources: [one.name], serviceId: one.id, title: 'Forum', start: NINE + 12 * HOUR, end: NINE + 13 * HOUR, freeText: '', number: null, requester: null, email: null },
  typed: { name: 'Forum', participants: '12', presenterName: 'Anne Roy', presenterEmail: '' }, readings: [], person: { email: null }, reason: '', keep: true, rehearsal: false, planB: '', charter: true,
});

describe('the shared room’s calendar', () => {
  const taken = booking({ serviceId: 'shared-room', resource: room.name, number: '9', start: NINE, end: NINE + HOUR });
  it('S1-27 S1-28 says who holds the room, by establishment, before anything is typed', () => {
    expect(plain(ask(room, [taken], { title: '' }).conflict[0] ?? null)).toContain('le CISSS des Îles');
    expect(ask(room, [{ ...taken, start: NINE + HOUR, end: NINE + 2 * HOUR }]).conflict).toEqual([]);
  });
  it('S1-16 the minutes to arrive early count in its conflicts', () => {
    const before = { ...taken, start: NINE - HOUR, end: NINE - HOUR / 12 };
    expect(ask(room, [before]).conflict).toEqual([]);
    expect(ask({ ...room, bufferBefore: 15 }, [before]).conflict).not.toEqual([]);
  });
});
