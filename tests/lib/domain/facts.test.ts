import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookingOfEvent } from '../../../lib/contract/event.ts';
import { checkFacts, type FactErrorCode, type FactField, type TypedFacts } from '../../../lib/domain/facts.ts';

const card = { capacity: 5000 };
const typed: TypedFacts = { name: 'Bilan annuel', participants: '1200', presenterName: 'Marie Tremblay', presenterEmail: '' };
const errorsOf = (changed: Partial<TypedFacts>) => {
  const checked = checkFacts({ ...typed, ...changed }, card);
  return checked.ok ? [] : checked.errors;
};
const factsOf = (changed: Partial<TypedFacts>) => {
  const checked = checkFacts({ ...typed, ...changed }, card);
  return checked.ok ? checked.facts : null;
};

describe('the three facts', () => {
  it('S0-15 S0-16 S0-17 accepts a name, a number and a presenter, e-mail or not', () => {
    expect(factsOf({})).toEqual({ name: 'Bilan annuel', participants: 1200, presenter: { name: 'Marie Tremblay', email: null } });
    expect(factsOf({ presenterEmail: ' marie@exemple.ca ' })?.presenter.email).toBe('marie@exemple.ca');
  });

  it.each<[string, FactField, string, FactErrorCode]>([
    ['S0-15 refuses an empty name', 'name', '', 'empty'],
    ['S0-15 refuses a name of white space', 'name', ' \u00a0\t ', 'empty'],
    ['S0-15 refuses a name of 201 characters', 'name', 'é'.repeat(201), 'tooLong'],
    ['S0-15 refuses a control character in the name', 'name', 'Bilan\u0007annuel', 'controlCharacter'],
    ['S0-15 refuses a null character in the name', 'name', 'Bilan\u0000', 'controlCharacter'],
    ['S0-17 refuses an empty presenter', 'presenterName', ' ', 'empty'],
    ['S0-17 refuses a presenter of 201 characters', 'presenterName', 'x'.repeat(201), 'tooLong'],
    ['S0-17 refuses a control character in the presenter', 'presenterName', 'Marie\u009fT', 'controlCharacter'],
    ['S0-17 refuses an address without a domain', 'presenterEmail', 'marie@', 'email'],
    ['S0-17 refuses two addresses', 'presenterEmail', 'a@b.ca, c@d.ca', 'email'],
    ['S0-17 refuses an address with a line break', 'presenterEmail', 'a@b.ca\nBcc: c@d.ca', 'email'],
    ['S0-16 refuses no number of participants', 'participants', ' ', 'empty'],
    ['S0-16 refuses « mille » as a number of participants', 'participants', 'mille', 'notANumber'],
    ['S0-16 refuses 1.5 participants', 'participants', '1.5', 'notANumber'],
    ['S0-16 refuses « 1,5 » participants', 'participants', '1,5', 'notANumber'],
    ['S0-16 refuses 1e3 participants', 'participants', '1e3', 'notANumber'],
    ['S0-16 refuses « 1 200 participants »', 'participants', '1 200 participants', 'notANumber'],
    ['S0-16 refuses a hexadecimal number', 'participants', '0x10', 'notANumber'],
    ['S0-16 refuses 0 participants', 'participants', '0', 'tooFew'],
    ['S0-16 refuses -3 participants', 'participants', '-3', 'tooFew'],
    ['S0-16 refuses 5 001 participants for a licence of 5 000', 'participants', '5001', 'tooMany'],
    ['S0-16 refuses a number beyond all counting', 'participants', '9'.repeat(400), 'tooMany'],
  ])('%s', (_title, field, value, code) => {
    expect(errorsOf({ [field]: value })).toEqual([{ field, code }]);
  });

  it.each([
    ['1', 1], ['5000', 5000], [' 1 200 ', 1200], ['1\u00a0200', 1200], ['1\u202f200', 1200], ['007', 7],
  ])('S0-16 accepts « %s » participants', (participants, count) => {
    expect(factsOf({ participants })?.participants).toBe(count);
  });

  it('S0-15 accepts a name of exactly 200 characters, counted as a person does', () => {
    expect(factsOf({ name: '🎥'.repeat(200) })?.name).toBe('🎥'.repeat(200));
    expect(errorsOf({ name: '🎥'.repeat(201) })).toEqual([{ field: 'name', code: 'tooLong' }]);
    expect(factsOf({ name: ` ${'x '.repeat(100)}` })?.name).toHaveLength(199);
  });

  it('S0-15 S0-17 trims names, collapses their white space and composes their accents', () => {
    expect(factsOf({ name: '  Bilan\u00a0 annuel\t2026\n', presenterName: 'Rene\u0301e   Roy' })).toMatchObject({ name: 'Bilan annuel 2026', presenter: { name: 'Renée Roy' } });
  });

  it('names every error at once, in the order of the fields', () => {
    expect(errorsOf({ name: '', participants: 'mille', presenterName: '', presenterEmail: 'x' }).map(({ field }) => field)).toEqual(['name', 'participants', 'presenterName', 'presenterEmail']);
  });

  it('what passes always fits the contract', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 30 }), (name, participants, presenterName) => {
      const facts = factsOf({ name, participants, presenterName }) ?? factsOf({ name }) ?? factsOf({ presenterName });
      if (facts === null) return;
      expect(bookingOfEvent._zod.innerType.shape.name.safeParse(facts.name).success).toBe(true);
      expect(bookingOfEvent._zod.innerType.shape.participants.safeParse(facts.participants).success).toBe(true);
      expect(bookingOfEvent._zod.innerType.shape.presenter.safeParse(facts.presenter).success).toBe(true);
    }), { numRuns: 500 });
  });
});
