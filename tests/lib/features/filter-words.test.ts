import { beforeEach, describe, expect, it } from 'vitest';
import { overlayTranslate } from '../words.ts';
import { canUndo, readFilterMemory, writeFilterMemory } from '../../../lib/features/filter-memory.ts';
import { failureSentence, filterLabels, stepSentence } from '../../../lib/features/filter-sentences.ts';
import { noProgress } from '../../../lib/portal/filter.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { plain } from './fixtures.ts';

const labels = filterLabels(iris, web5000);
const translate = overlayTranslate('fr');
const failure = (step: Parameters<typeof stepSentence>[0], reason: 'missing' | 'noEffect', undoing = false) => plain(failureSentence({ step, reason }, undoing, labels, translate));

describe('the steps of Annexe 1 in words', () => {
  it.each([
    ['openCriteria', 'Ouverture de « Critères »…'],
    ['expandInstallation', 'Ouverture de « CHU de Québec – UL – CCT »…'],
    ['tickNode', 'Cochage de « Solution logicielle »…'],
    ['applyFilter', 'Application du filtre…'],
    ['waitForRow', 'En attente de la licence…'],
  ] as const)('S0-42 says the step %s as it begins', (step, sentence) => {
    expect(plain(stepSentence(step, labels, translate))).toBe(sentence);
  });

  it.each([
    ['openCriteria', 'La section « Critères » est introuvable.'],
    ['expandInstallation', 'L’installation « CHU de Québec – UL – CCT » est introuvable'],
    ['tickNode', 'La case « Solution logicielle » est introuvable.'],
    ['applyFilter', 'Le bouton « Appliquer le filtre » est introuvable.'],
    ['waitForRow', 'Le filtre est appliqué, mais la licence n’apparaît pas.'],
    ['saveFilters', 'Le bouton « Sauvegarder les filtres » est introuvable.'],
  ] as const)('S0-42 names the step %s when what it presses is missing, and what to do', (step, beginning) => {
    const sentence = failure(step, 'missing');
    expect(sentence.startsWith(beginning)).toBe(true);
    expect(sentence.length).toBeGreaterThan(beginning.length);
  });

  it('S0-42 says that the portal did not react when a press had no effect', () => {
    expect(failure('tickNode', 'noEffect')).toBe('Le portail n’a pas réagi quand Passerelle a voulu cocher « Solution logicielle ». Faites-le vous-même, puis recommencez.');
  });

  it('U5 says of every step of the way back which tick to take out', () => {
    expect(failure('applyFilter', 'missing', true)).toContain('Décochez « Solution logicielle » vous-même');
  });
});

describe('what Annexe 1 has changed', () => {
  beforeEach(() => sessionStorage.clear());
  const storage = () => sessionStorage;

  it('S0-42 outlives the load of another page', () => {
    const memory = { progress: { ...noProgress, ticked: true, tickedBefore: ['bureaux'] }, running: 'show' as const, at: 7 };
    writeFilterMemory(storage, 'iris', memory);
    expect(readFilterMemory(storage, 'iris')).toEqual(memory);
    expect(readFilterMemory(storage, 'autre').running).toBeNull();
  });

  it.each(['{', '{}', '{"progress":{"opened":1}}', `{"progress":${JSON.stringify({ ...noProgress, tickedBefore: [1] })}}`])('is nothing when the page put %s in its place', (text) => {
    sessionStorage.setItem('passerelle:filter:iris', text);
    expect(readFilterMemory(storage, 'iris')).toEqual({ progress: noProgress, running: null, at: 0 });
  });

  it('is nothing when the browser refuses its storage', () => {
    const refused = () => {
      throw new Error('SecurityError');
    };
    expect(() => writeFilterMemory(refused, 'iris', { progress: noProgress, running: null, at: 0 })).not.toThrow();
    expect(readFilterMemory(refused, 'iris').running).toBeNull();
  });

  it('U5 can be taken back only when there is something', () => {
    expect(canUndo(noProgress)).toBe(false);
    expect(canUndo({ ...noProgress, ticked: true })).toBe(true);
  });
});
