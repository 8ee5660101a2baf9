import { beforeEach, describe, expect, it } from 'vitest';
import { createDrafts, type Draft } from '../../../lib/features/drafts.ts';

const draft: Draft = {
  typed: { name: 'Assemblée', participants: 'mille', presenterName: '', presenterEmail: '' },
  establishmentId: 'cisss-iles',
  reason: 'Assemblée annuelle',
  keep: true,
  rehearsal: false,
  planB: '',
  charter: false,
  submitted: false,
};
const ofTab = () => createDrafts(() => sessionStorage);

describe('what a person typed', () => {
  beforeEach(() => sessionStorage.clear());

  it('outlives a reload of the page, wrong answers included', () => {
    ofTab().write('iris|new', draft);
    expect(ofTab().read('iris|new')).toEqual(draft);
    expect(ofTab().read('iris|2026-0001')).toBeNull();
  });

  it('leaves nothing behind once it is dropped', () => {
    const drafts = ofTab();
    drafts.write('iris|new', draft);
    drafts.remove('iris|new');
    expect(drafts.read('iris|new')).toBeNull();
    expect(sessionStorage.length).toBe(0);
  });

  it('is kept for the life of the page when the browser refuses its storage', () => {
    const drafts = createDrafts(() => {
      throw new Error('SecurityError');
    });
    drafts.write('iris|new', draft);
    expect(drafts.read('iris|new')).toEqual(draft);
  });

  it('of an older version is taken without what that did not have', () => {
    sessionStorage.setItem('passerelle:draft:iris|new', JSON.stringify({ typed: draft.typed, establishmentId: '', submitted: false }));
    expect(ofTab().read('iris|new')).toEqual({ ...draft, establishmentId: '', reason: '', keep: false });
  });

  it('stands when the portal asks for a password right after the save: it took nothing', () => {
    ofTab().write('iris|new', { ...draft, submitted: true });
    ofTab().meet(null);
    ofTab().meet('signIn');
    expect(ofTab().read('iris|new')).toEqual(draft);
    ofTab().meet('list');
    expect(ofTab().read('iris|new')).toEqual(draft);
  });

  it.each(['list', 'calendar', 'detail'] as const)('is saved where the portal went on to its %s, however often it asks for a password later', (kind) => {
    ofTab().write('iris|new', { ...draft, submitted: true });
    ofTab().meet(kind);
    ofTab().meet('signIn');
    expect(ofTab().read('iris|new')?.submitted).toBe(true);
  });

  it.each(['form', 'list'] as const)('stands when a password was asked for at another host right after the save, whatever the portal shows then: a %s', (kind) => {
    ofTab().write('iris|new', { ...draft, submitted: true });
    const back = ofTab();
    back.arrive('https://connexion.exemple.test/', 'https://portail.exemple.test/reserver');
    back.meet(kind);
    expect(ofTab().read('iris|new')).toEqual(draft);
  });

  it.each([
    ['the portal’s own page', 'https://portail.exemple.test/reserver', false],
    ['a page that is not told', '', false],
    ['another host, once the portal had gone on', 'https://courriel.exemple.test/', true],
  ])('is saved when one comes from %s', (_, from, answered) => {
    ofTab().write('iris|new', { ...draft, submitted: true, ...(answered && { answered }) });
    ofTab().arrive(from, 'https://portail.exemple.test/liste');
    expect(ofTab().read('iris|new')?.submitted).toBe(true);
  });

  it.each(['{', '[]', '"text"', 'null', '{"typed":{"name":1}}', '{"typed":null}'])('is nothing when the page put %s in its place', (text) => {
    sessionStorage.setItem('passerelle:draft:iris|new', text);
    expect(ofTab().read('iris|new')).toBeNull();
  });
});
