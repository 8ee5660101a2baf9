import { expect, it } from 'vitest';
import { markup, portalOn, show } from './pages.ts';

it('reads a classic booking form', () => {
  const portal = portalOn(show(markup('classic/form')));
  expect(portal.kind()).toBe('form');
  expect(portal.readForm()).toEqual({
    resource: 'Licence ZOOM Web 5000 participants',
    resources: ['Licence ZOOM Web 5000 participants'],
    serviceId: 'web5000',
    title: 'Forum',
    start: Date.UTC(2026, 10, 24, 14),
    end: Date.UTC(2026, 10, 24, 15, 30),
    freeText: '',
    number: null,
    requester: 'Julie Tremblay',
    email: 'julie@exemple.ca',
  });
  expect(portal.writeForm('freeText', 'a\nb')).toEqual({ written: true });
  expect(portal.readForm()?.freeText).toBe('a\nb');
  expect(portal.health().filter((one) => one.health !== 'found')).toEqual([]);
});
