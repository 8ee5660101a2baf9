/**
 * U4: one thing has one word. What a representative saves is a « demande » until the CCT decides, its status is the portal's own
 * « À approuver », and deciding stays the portal's « Approuver » and « Rejeter »: Passerelle has no button of its own for either.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

async function sentences(language: 'fr' | 'en'): Promise<{ key: string; text: string }[]> {
  const found: { key: string; text: string }[] = [];
  for (const folder of ['lib/i18n', 'companion/texts']) {
    for (const file of readdirSync(join(root, folder)).filter((name) => name === `${language}.ts` || name.endsWith(`.${language}.ts`))) {
      const module = (await import(join(root, folder, file))) as Record<string, Record<string, string | { one: string; other: string }>>;
      for (const [key, text] of Object.values(module).flatMap((dictionary) => Object.entries(dictionary))) {
        for (const form of typeof text === 'string' ? [text] : [text.one, text.other]) found.push({ key: `${folder}/${file} ${key}`, text: form.replaceAll('\u00a0', ' ') });
      }
    }
  }
  return found;
}

const using = (all: { key: string; text: string }[], words: RegExp): string[] => all.filter(({ text }) => words.test(text)).map(({ key, text }) => `${key}: ${text}`);

describe('U4 a request is called a request', () => {
  it('U4 in French: « demande », by no other name', async () => {
    const all = await sentences('fr');
    expect(using(all, /\bdemandes?\b/iu).length).toBeGreaterThan(30);
    expect(using(all, /requêtes?\b|soumission|soumettre|soumise?s?\b|sollicitation|\brequis d’approbation|en attente d’approbation|à valider/iu)).toEqual([]);
  });

  it('U4 in English: “request”, by no other name', async () => {
    const all = await sentences('en');
    expect(using(all, /\brequest(?:s|ed)?\b/iu).length).toBeGreaterThan(30);
    expect(using(all, /\b(?:submissions?|submit(?:ted)?|enquir\w+|petition|pending approval|awaiting approval|to be approved)\b/iu)).toEqual([]);
  });

  it('U4 the status is the portal’s own « À approuver » wherever one is named', async () => {
    const named = (await sentences('fr')).filter(({ key }) => /(?:status|portal)_pending$|tabToApprove$|slotPending$/u.test(key));
    expect(named.length).toBeGreaterThanOrEqual(4);
    expect(named.filter(({ text }) => !/^à approuver$/iu.test(text))).toEqual([]);
  });

  it('U4 who has none yet is told to ask for the licence, not that it is theirs by booking', async () => {
    expect(using(await sentences('fr'), /^Demandez la licence dans le portail : votre demande/u)).toHaveLength(1);
    expect(using(await sentences('en'), /^Request the licence in the portal: your request/u)).toHaveLength(1);
  });

  it('U4 no button of ours says that it approves or rejects: both are the portal’s', async () => {
    expect(using(await sentences('fr'), /^(?:Approuver|Rejeter)$/u)).toEqual([]);
    expect(using(await sentences('en'), /^(?:Approve|Reject)$/u)).toEqual([]);
  });
});
