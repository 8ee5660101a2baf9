import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { durationText } from '../../../components/options/companion-words.ts';
import type { CheckOutcome } from '../../../components/options/context.ts';
import { companionEn } from '../../../lib/i18n/companion.en.ts';
import { companionFr } from '../../../lib/i18n/companion.fr.ts';
import { checkCodes } from '../../../lib/messages/answers.ts';
import { button, byLabel, descriptionOf, one, press, type, wordsOf } from '../ui/draw.ts';
import { NOW, openOptions, type OpenOptions } from './open.tsx';

const CODE = '7K2M-QX4D-9TBA';
const withAddress = { companion: { address: 'https://compagnon.exemple.ca' } };

async function pressAndWait(options: OpenOptions, words: string): Promise<void> {
  press(button(options.place, words));
  await options.settle();
  // The click stores what is typed, asks, and shows the answer: each a turn of its own.
  await act(async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  });
}

async function withKey(kind: 'v1' | 'v1a'): Promise<OpenOptions> {
  const options = openOptions('#companion', withAddress);
  await act(() => {
    options.keyInfo.value = { id: 'p-123', added: NOW, kind };
  });
  return options;
}

describe('B 3 the enrolment of a browser', () => {
  it('is what a person without a key is offered first; the pasted key stays, folded away', () => {
    const { place } = openOptions('#companion', withAddress);
    expect(byLabel(place, 'Code d’inscription').closest('details')).toBeNull();
    expect(byLabel(place, 'Clé à coller').closest('details')?.open).toBe(false);
  });

  it('sends the code, says whose key it is, and clears the field', async () => {
    const options = openOptions('#companion', withAddress);
    type(byLabel(options.place, 'Code d’inscription'), ` ${CODE} `);
    await pressAndWait(options, 'Inscrire ce navigateur');
    expect(options.actions.enrol).toHaveBeenCalledExactlyOnceWith(CODE);
    expect(wordsOf(one(options.place, '[role=status].pa-notice'))).toContain('Ce navigateur est inscrit');
    expect(wordsOf(options.place)).toContain('La clé de Marc Pelletier est en place');
    expect(byLabel(options.place, 'Code d’inscription').value).toBe('');
  });

  it('asks for the address first', async () => {
    const options = openOptions('#companion', { companion: { address: null } });
    type(byLabel(options.place, 'Code d’inscription'), CODE);
    await pressAndWait(options, 'Inscrire ce navigateur');
    expect(options.actions.enrol).not.toHaveBeenCalled();
    expect(wordsOf(options.place)).toContain('Inscrivez d’abord l’adresse du compagnon');
  });

  it.each(['7K2M', `${CODE}-1`, 'mon mot de passe'])('says under the field what is no code: %s', async (text) => {
    const options = openOptions('#companion', withAddress);
    type(byLabel(options.place, 'Code d’inscription'), text);
    await pressAndWait(options, 'Inscrire ce navigateur');
    expect(options.actions.enrol).not.toHaveBeenCalled();
    expect(descriptionOf(byLabel(options.place, 'Code d’inscription'))).toContain('douze lettres et chiffres');
  });

  it.each([
    ['codeUnknown', 'Comparez-le avec celui qui vous a été remis'],
    ['codeUsed', 'Un code n’inscrit qu’un navigateur'],
    ['codeExpired', 'Un code sert dans les deux jours'],
    ['tooMany', 'Attendez une minute'],
    ['unreachable', 'Vérifiez l’adresse et votre connexion'],
    ['notCompanion', 'Comparez l’adresse'],
    ['tooOldBrowser', 'une clé à coller'],
    ['silent', 'Rechargez cette page'],
  ] as const)('keeps a code that was refused in its field, with what to do: %s', async (code, todo) => {
    const options = openOptions('#companion', withAddress);
    options.actions.enrol.mockResolvedValue({ ok: false, code } as CheckOutcome);
    type(byLabel(options.place, 'Code d’inscription'), CODE);
    await pressAndWait(options, 'Inscrire ce navigateur');
    expect(wordsOf(one(options.place, '[role=alert].pa-notice'))).toContain(todo);
    expect(byLabel(options.place, 'Code d’inscription').value).toBe(CODE);
  });

  it('has a sentence for everything that a check may find, in both languages', () => {
    for (const words of [companionFr, companionEn]) {
      for (const code of [...checkCodes, 'silent', 'okEnrolled', 'okRenewed']) expect(Object.keys(words)).toEqual(expect.arrayContaining([`check_${code}`, `check_${code}More`]));
    }
  });
});

describe('Z71 « Renouveler ma clé »', () => {
  it('is offered for a key that is there, and says what became of the former one', async () => {
    const options = await withKey('v1a');
    expect(wordsOf(options.place)).toContain('Clé « p-123 » faite dans ce navigateur à 09 h 00');
    await pressAndWait(options, 'Renouveler ma clé');
    expect(options.actions.renewKey).toHaveBeenCalledOnce();
    expect(wordsOf(one(options.place, '[role=status].pa-notice'))).toContain('L’ancienne cesse d’être valable dans un jour');
  });

  it('is recommended for a pasted key, which somebody else has seen', async () => {
    expect(wordsOf((await withKey('v1')).place)).toContain('quelqu’un d’autre l’a vue');
  });

  it('of a revoked key says to enrol again', async () => {
    const options = await withKey('v1a');
    options.actions.renewKey.mockResolvedValue({ ok: false, code: 'keyRevoked' });
    await pressAndWait(options, 'Renouveler ma clé');
    expect(wordsOf(one(options.place, '[role=alert].pa-notice'))).toContain('Demandez un nouveau code');
    expect(byLabel(options.place, 'Code d’inscription')).toBeDefined();
  });
});

describe('R6 a clock that is off', () => {
  it('is said with how much, whatever else was found', async () => {
    const options = await withKey('v1a');
    options.actions.verify.mockResolvedValue({ ok: true, code: 'ok', name: 'Marc', role: 'approver', ahead: 3_600_000 });
    await pressAndWait(options, 'Vérifier');
    expect(wordsOf(options.place)).toContain('L’horloge de ce poste avance de 60 minutes');
    expect([7 * 60_000, -90 * 60_000, 3 * 86_400_000].map((off) => durationText(off, 'fr').replaceAll('\u00a0', ' '))).toEqual(['7 minutes', '2 heures', '3 jours']);
  });
});
