/** The section « Utilisation » with a worker that a test answers for. */
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { periods } from '../../../lib/domain/periods.ts';
import { compare, ledgerReading, portalReading, preferredSource, spanOf, withCounts } from '../../../components/options/usage/reading.ts';
import { failureSentence } from '../../../components/options/usage/failure.ts';
import { Drawn } from '../../../components/charts/Drawn.tsx';
import { element } from '../../../lib/report/markup.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { booking, HOUR, NOW, portalReading as readingOf } from '../../lib/samples.ts';
import { draw, wordsOf } from '../ui/draw.ts';
import { openOptions } from './open.tsx';

const [web5000] = presets;
if (web5000 === undefined) throw new Error('No card.');
const span = spanOf('fiscalYear', 'now', NOW);

describe('the two sources', () => {
  it('are of the present period, or of the one before, whatever its length', () => {
    for (const period of periods) expect(spanOf(period, 'before', NOW).to).toBe(spanOf(period, 'now', NOW).from);
    expect(new Date(spanOf('fiscalYear', 'before', NOW).from).toISOString()).toBe('2025-04-01T04:00:00.000Z');
  });

  it('the portal’s is complete only when its readings leave no moment out', () => {
    const one = booking({ status: 'approved' });
    expect(portalReading({}, ['iris'], span)).toBeNull();
    expect(portalReading({ iris: readingOf([one]) }, ['iris'], span)).toMatchObject({ complete: false, at: NOW });
    const whole = { bookings: [one], complete: true, from: span.from, to: span.to, at: NOW, source: 'list' as const };
    expect(portalReading({ iris: readingOf([], { reading: whole }) }, ['iris'], span)?.complete).toBe(true);
    expect(portalReading({ iris: readingOf([one]) }, ['other'], span)).toBeNull();
  });

  it('E2 neither corrects the other; who came is the ledger’s to say', () => {
    const one = booking({ status: 'approved', start: NOW - 2 * HOUR, end: NOW - HOUR });
    const portal = portalReading({ iris: readingOf([one]) }, ['iris'], span);
    const told = {
      portal: 'iris', number: one.number, resource: one.resource, name: one.title ?? '', start: new Date(one.start).toISOString(), end: new Date(one.end + HOUR).toISOString(),
      status: 'approved' as const, establishment: { id: 'cisss-cote-nord', name: 'CISSS de la Côte-Nord' }, participants: 1200, attendance: { unique: 310, peak: 200 }, holding: 'unknown' as const,
    };
    const ledger = ledgerReading({ bookings: [told], at: new Date(NOW).toISOString() }, 'web5000');
    const compared = compare({ portal, ledger }, web5000, [...establishments], span, NOW);
    expect([compared.portal?.usage.total.used, compared.ledger?.usage.total.used]).toEqual([HOUR, 2 * HOUR]);
    expect(compared.differences?.map(({ parts }) => parts)).toEqual([['amount']]);
    expect(compared.portal?.meetings).toEqual([]);
    if (compared.portal === null) throw new Error('No report of the portal.');
    expect(withCounts(compared.portal, compared.ledger)).toMatchObject({ meetings: [{ estimated: 1200, unique: 310 }], usage: { total: { used: HOUR } }, sources: [{ name: 'portal' }, { name: 'ledger' }] });
    expect(preferredSource({ portal, ledger })).toBe('ledger');
    expect(preferredSource({ portal, ledger: null })).toBe('portal');
  });
});

describe('a companion that cannot be read', () => {
  const t = ((key: string) => key) as Parameters<typeof failureSentence>[1];
  it.each([
    [{ code: 'silent', detail: null }, 'why_silent'],
    [{ code: 'noKey', detail: null }, 'why_setup'],
    [{ code: 'role', detail: 'x' }, 'why_role'],
    [{ code: 'unreachable', detail: null }, 'why_other'],
    [{ code: 'busy', detail: 'Réessayez dans une minute.' }, 'Réessayez dans une minute.'],
  ] as const)('%j is said as %s', (problem, sentence) => {
    expect(failureSentence({ ok: false, ...problem } as never, t)).toBe(sentence);
  });
});

describe('the section', () => {
  it('says that nothing was read, and does not fail, where nobody answers', async () => {
    const { place } = openOptions('#usage');
    await act(() => Promise.resolve());
    expect(wordsOf(place)).toContain('Le portail n’a pas encore été lu');
    expect(wordsOf(place)).toContain('Le compagnon n’a pas pu être lu');
    expect(place.querySelectorAll('.pr-figure')).toHaveLength(0);
  });
});

describe('a drawn tree', () => {
  it('shows text as text', () => {
    const text = '<img src=x onerror=alert(1)>';
    const place = draw(<Drawn nodes={[element('p', { class: 'x' }, text)]} />);
    expect(place.querySelector('img')).toBeNull();
    expect(place.querySelector('p.x')?.textContent).toBe(text);
  });
});
