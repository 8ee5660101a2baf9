/** What a hostile or broken page, or profile, may cost: the bound is the test's own time, and what is said at the end. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { MATCHES_MAXIMUM } from '../../../lib/portal/find.ts';
import { suspect } from '../../../lib/features/suspicion.ts';
import { selectorFault } from '../../../lib/portal/bounds.ts';
import { reportAnchors } from '../../../lib/portal/health.ts';
import { toMatcher } from '../../../lib/portal/names.ts';
import { observePage, STORM_BATCHES } from '../../../lib/portal/observe.ts';
import { matchesPath, STARS_MAXIMUM } from '../../../lib/portal/path.ts';
import { portalProfile, profilePatch, type Alternative, type PortalProfile } from '../../../lib/portal/profile.ts';
import { anyPortal } from '../../../lib/portal/profiles/any.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { waitFor } from '../../../lib/portal/wait.ts';
import { markup, portalOn, show } from './pages.ts';

const evidence = { origin: 'calibrated', source: 'test', date: '2026-11-22' } as const;
const withTitle = (alternative: Alternative): PortalProfile => ({ ...iris, anchors: { ...iris.anchors, title: [alternative] } });
const bySelector = (selector: string): Alternative => ({ by: 'selector', selector, ...evidence });

describe('a profile with a pattern made to be slow', () => {
  it.each([
    ['[data-x]:has(div:has(p))', 'has'],
    ['a b c d e f g h i', 'steps'],
    ['form *', 'star'],
    ['*', 'star'],
    [Array.from({ length: 13 }, () => 'a').join(','), 'parts'],
    [`#${'a'.repeat(600)}`, 'long'],
  ])('is refused for the selector « %s »', (selector, fault) => {
    expect(selectorFault(selector)).toBe(fault);
    expect(portalProfile.safeParse(withTitle(bySelector(selector))).error?.issues[0]?.path.slice(0, 2)).toEqual(['anchors', 'title']);
  });

  it.each(['#titre', 'form > div:nth-child(3) input[name="titre"]', 'input[type="password"]', '[data-booking], .booking'])('is accepted for the selector « %s »', (selector) => {
    expect(selectorFault(selector)).toBeNull();
    expect(portalProfile.safeParse(withTitle(bySelector(selector))).success).toBe(true);
  });

  it('is refused for an address with too many « * », and quick with as many as are allowed', () => {
    const paths = [`/${'*a'.repeat(STARS_MAXIMUM + 1)}`];
    expect(portalProfile.safeParse({ ...iris, pages: [{ kind: 'list', paths, ...evidence }] }).success).toBe(false);
    expect(matchesPath('*a'.repeat(STARS_MAXIMUM), `${'a'.repeat(100_000)}b`)).toBe(false);
  });

  it('has no regular expression in it: what looks like one is a word', () => {
    const matcher = toMatcher(['(a+)+$', '.*']);
    expect(matcher.matches('a'.repeat(390))).toBe(false);
    expect(matcher.matches('(a+)+$')).toBe(true);
    expect(matchesPath('/(a+)+$', `/${'a'.repeat(50_000)}`)).toBe(false);
  });

  it('is refused whole when one anchor is not known, and says where', () => {
    const patch = { base: { id: 'iris', version: 1 }, id: 'iris', name: 'x', version: 1, pages: [], anchors: { titre: [bySelector('#a')] }, statuses: [], dates: null, saves: null };
    expect(profilePatch.safeParse(patch).error?.issues[0]?.path).toEqual(['anchors']);
    expect(profilePatch.safeParse({ ...patch, anchors: { title: [{ by: 'selector', selector: '#a' }] } }).error?.issues[0]?.path.slice(0, 3)).toEqual(['anchors', 'title', 0]);
  });
});

describe('a page too large', () => {
  it.each([
    ['a text', 'classic/other', '</body>', (line: string) => `<div>${line}</div>`],
    ['a tooltip', 'classic/other', '</body>', (line: string) => `<button title="${line}"><i></i></button>`],
    ['what stands before a field', 'boxes/form', '<input type="text" value="Forum">', (line: string) => `<b>${line}</b>`],
  ])('by one line of dots without end, as %s, is read to its end', (_where, name, place, around) => {
    const looked = (html: string) => {
      const portal = portalOn(show(html));
      portal.kind();
      return reportAnchors(portal, 'form').map(({ anchor }) => anchor);
    };
    const usual = looked(markup(name));
    // Looked at once for each of its dots, it would take longer than any test is given.
    expect(looked(markup(name).replace(place, `${around(`${'.'.repeat(160_000)}fin de la liste`)}${place}`))).toEqual(usual);
  });

  it('of fifty thousand matches of a selector is as one without any, and the rest is still read', { timeout: 120_000 }, () => {
    const page = show(markup('classic/form').replace('</form>', `</form>${'<i class="x"></i>'.repeat(50_000)}`));
    const portal = portalOn(page, { profile: withTitle(bySelector('.x')) });
    const looked = vi.spyOn(Element.prototype, 'checkVisibility');
    const styled = vi.spyOn(window, 'getComputedStyle');
    onTestFinished(() => void vi.restoreAllMocks());
    expect(portal.find('title')).toBeNull();
    expect(looked.mock.calls.length + styled.mock.calls.length).toBeLessThan(MATCHES_MAXIMUM);
    vi.restoreAllMocks();
    // What a person reads of it, in the page, the popup and the options: of the form, this anchor is missing.
    expect(suspect(portal, null, reportAnchors)).toEqual({ page: 'form', missing: ['title'] });
    expect(portal.writeForm('title', 'x')).toEqual({ written: false, reason: 'missing' });
    expect(portalOn(page).readForm()?.title).toBe('Forum');
  });

  it('of labels of a megabyte is read all the same', { timeout: 120_000 }, () => {
    const long = 'Titre de la rencontre '.repeat(50_000);
    const page = show(markup('roles/form'));
    const [label, button] = [page.createElement('label'), page.createElement('button')];
    label.append(long, page.createElement('input'));
    button.textContent = long;
    button.title = long;
    button.setAttribute('aria-label', long);
    page.querySelector('form')!.prepend(label, button);
    const portal = portalOn(page);
    // No text of that length is ever taken apart: comparing it would cost, looking at its length does not.
    const taken: number[] = [];
    const { normalize } = String.prototype;
    onTestFinished(() => void vi.restoreAllMocks());
    vi.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string, form?: string) {
      taken.push(this.length);
      return normalize.call(this, form);
    });
    expect(portal.kind()).toBe('form');
    expect(portal.readForm()?.title).toBe('Forum');
    expect(portal.writeForm('title', 'x')).toEqual({ written: true });
    vi.restoreAllMocks();
    expect(taken.length).toBeGreaterThan(0);
    expect(Math.max(...taken)).toBeLessThan(10_000);
    expect(portal.health().filter(({ health }) => health !== 'found')).toEqual([]);
  });

  it('nested three thousand deep is walked without falling', { timeout: 120_000 }, () => {
    const page = show('<!doctype html><body></body>');
    // Deeper, it is the tests' own DOM that falls; a browser's parser stops at 512.
    let box: Element = page.body;
    for (let level = 0; level < 3_000; level += 1) box = box.appendChild(page.createElement('div'));
    box.append('Critères');
    let depth = 0;
    for (let inside = page.body.firstElementChild; inside !== null; inside = inside.firstElementChild) depth += 1;
    expect(depth).toBe(3_000);
    expect(portalOn(page).findAll('criteria')).toHaveLength(1);
  });
});

describe('a page that draws itself anew 200 times a second', () => {
  it('is looked at a bounded number of times, then left alone, and it is said once', async () => {
    const page = show('<!doctype html><body><main></main></body>');
    const end = new AbortController();
    onTestFinished(() => end.abort());
    const told = { changes: 0, storms: 0, now: 0 };
    observePage({ document: page, signal: end.signal, clock: () => told.now, onChange: () => (told.changes += 1), onStorm: () => (told.storms += 1) });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    for (let render = 0; render < 2000; render += 1) {
      page.querySelector('main')!.replaceChildren(page.createElement('div'));
      told.now += 5;
      await Promise.resolve();
    }
    expect(told.storms).toBe(1);
    expect(told.changes).toBeLessThanOrEqual(STORM_BATCHES);
  });

  it('is asked less and less often by who waits for something', async () => {
    const page = show('<!doctype html><body><main></main></body>');
    const end = new AbortController();
    let looks = 0;
    const waiting = waitFor(page, () => { looks += 1; return null; }, { timeout: 60_000, signal: end.signal });
    for (let render = 0; render < 2000; render += 1) {
      page.querySelector('main')!.replaceChildren(page.createElement('div'));
      await Promise.resolve();
    }
    end.abort();
    expect(await waiting).toBeNull();
    expect(looks).toBeLessThan(60);
  });
});

describe('the profile of any portal', () => {
  it('is valid, knows no page, and finds nothing to write to', () => {
    expect(portalProfile.safeParse(anyPortal).success).toBe(true);
    const portal = portalOn(show(markup('classic/form')), { profile: anyPortal });
    expect(portal.kind()).toBeNull();
    expect(portal.writeForm('title', 'x')).toEqual({ written: false, reason: 'missing' });
  });

  it('still knows a page that asks for a password, so that signed out is never « 0 »', () => {
    expect(portalOn(show(markup('roles/signIn')), { profile: anyPortal }).kind()).toBe('signIn');
  });
});
