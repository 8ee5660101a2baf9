import { describe, expect, it } from 'vitest';
import { printDetails } from '../../../../lib/domain/details.ts';
import { readListDocument } from '../../../../lib/portal/read/document.ts';
import { iris } from '../../../../lib/portal/profiles/iris.ts';
import { presets } from '../../../../lib/services/presets.ts';
import { establishments } from '../../../../lib/services/roster.ts';
import { allFamilies, families, markup, NOW, parse, portalOn, show } from '../pages.ts';

const read = (html: string, url = 'https://www.irisreservation.ca/reservations/ressources?mode=liste') => readListDocument(parse(html), url, iris, presets, [...establishments], NOW);

/** What an answer of the server shows by itself: the other two families are put together in the browser only. */
const drawn = [...families, 'ext'] as const;

describe('the worker’s look at the list, without a window', () => {
  it.each(drawn)('reads the list of the family %s as the page itself does', (family) => {
    const answer = read(markup(`${family}/list`));
    const live = portalOn(show(markup(`${family}/list`))).readList();
    expect(answer).toMatchObject({ kind: 'list', pageSize: 20, total: 3 });
    expect(answer.kind === 'list' && answer.reading.bookings.map(({ page, ...rest }) => [rest, page !== null])).toEqual(live?.reading.bookings.map(({ page, ...rest }) => [rest, page !== null]));
  });

  it.each(drawn)('knows the sign-in page of the family %s', (family) => {
    expect(read(markup(`${family}/signIn`))).toEqual({ kind: 'signIn' });
  });

  it.each([...allFamilies.flatMap((family) => ['calendar', 'form', 'detail', 'other'].map((page) => `${family}/${page}`)), 'frames/list', 'components/list'])('says unknown for %s, never an empty list', (page) => {
    expect(read(markup(page))).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['an empty shell that scripts fill', '<!doctype html><body><div id="root"></div></body>'],
    ['nothing', ''],
    ['an answer for programs', '{"error":"expired"}'],
    ['a page of trouble', '<!doctype html><body><h1>Erreur</h1><p>Une erreur est survenue.</p></body>'],
    ['half a list', `${markup('classic/list').split('<tbody>')[0]}</table>`],
  ])('says unknown for %s (false zero = 0)', (_, html) => {
    expect(read(html)).toEqual({ kind: 'unknown' });
  });

  it('says zero only when the page itself does', () => {
    expect(read(markup('classic/list-empty'))).toMatchObject({ kind: 'list', total: 0, reading: { bookings: [], complete: true } });
  });

  it('says « at least » when the list has more pages', () => {
    const answer = read(markup('classic/list').replace('1 à 3 sur 3', '1 à 3 sur 1 134'));
    expect(answer).toMatchObject({ kind: 'list', total: 1134, reading: { complete: false } });
  });

  it('says « at least » when a row cannot be read', () => {
    const answer = read(markup('classic/list').replace('2026-11-24 13:00', 'bientôt'));
    expect(answer.kind === 'list' && [answer.reading.bookings.length, answer.reading.complete]).toEqual([2, false]);
  });

  it('says « at least » when a keyword narrows the list', () => {
    const answer = read(markup('classic/list').replace('id="mot"', 'id="mot" value="forum"'));
    expect(answer).toMatchObject({ kind: 'list', reading: { complete: false } });
  });

  it('takes no script, style or event of the page: it is only parsed', () => {
    const answer = read(markup('classic/list').replace('Forum des cadres', '<img src=x onerror="globalThis.ran = true">Forum'));
    expect(answer.kind === 'list' && answer.reading.bookings[0]?.title).toBe('Forum');
    expect('ran' in globalThis).toBe(false);
  });

  it('makes the addresses of bookings whole, and keeps no address of a script', () => {
    expect(read(markup('classic/list'))).toMatchObject({ reading: { bookings: [{ page: 'https://www.irisreservation.ca/reservations/104200' }, {}, {}] } });
    const bad = read(markup('classic/list').replaceAll(/href="\/reservations\/\d+"/gu, 'href="javascript:alert(1)"'));
    expect(bad.kind === 'list' && bad.reading.bookings.map(({ page }) => page)).toEqual([null, null, null]);
  });
});

describe('the details block', () => {
  const facts = { name: 'Forum des cadres – Côte-Nord', participants: 1200, presenter: { name: 'Anne Roy', email: 'anne.roy@exemple.test' } };
  const block = printDetails(facts, { establishment: 'CISSS de la Côte-Nord', reason: null });

  it.each([...drawn, 'components'])('is read back from the page of a booking in the family %s', (family) => {
    const lines = block.split('\n').join('<br>');
    expect(portalOn(show(markup(`${family}/detail`).replace('DETAILS', `Merci.<br><br>${lines}`))).readDetail()?.facts).toEqual(facts);
  });

  it('gives the establishment when the page has no column for it', () => {
    const html = markup('classic/detail').replace('DETAILS', block).replace(/<tr><td class="etiquette">Établissement.*<\/tr>\n/u, '');
    expect(portalOn(show(html)).readDetail()).toMatchObject({ establishment: 'CISSS de la Côte-Nord', establishmentId: 'cisss-cote-nord' });
  });
});
