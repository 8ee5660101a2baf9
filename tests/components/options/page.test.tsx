import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { byLabel, choose, descriptionOf, leave, one, press, type, wordsOf } from '../ui/draw.ts';
import { openOptions } from './open.tsx';

describe('the options page', () => {
  it('opens on the portals, and shows where one is', () => {
    const { place } = openOptions('');
    expect(wordsOf(one(place, 'h1'))).toBe('Portail');
    expect(wordsOf(one(place, '[aria-current=page]'))).toBe('Portail');
  });

  it.each(['portal', 'services', 'establishments', 'companion', 'person', 'features', 'backup', 'about'])('has a section at #%s with one main title', (section) => {
    const { place } = openOptions(`#${section}`);
    expect(place.querySelectorAll('h1')).toHaveLength(1);
    expect(place.querySelectorAll('main')).toHaveLength(1);
  });

  it('U1 moves the focus to the title of the section one goes to', () => {
    const { place, go } = openOptions('#portal');
    expect(document.activeElement).toBe(document.body);
    go('#person');
    expect(document.activeElement).toBe(one(place, 'h1'));
    expect(wordsOf(one(place, 'h1'))).toBe('Vous');
  });

  it('stores a valid value and says « Enregistré », politely', async () => {
    const { place, stored, settle } = openOptions('#person');
    type(byLabel(place, 'Votre nom'), 'Julie Gagnon');
    await settle();
    expect(stored.value?.person.name).toBe('Julie Gagnon');
    expect([...place.querySelectorAll('[aria-live=polite]')].map(wordsOf)).toContain('Enregistré');
  });

  it('U2 checks while one types, with a sentence under the field, and stores nothing wrong', async () => {
    const { place, stored, settle } = openOptions('#person');
    const email = byLabel(place, 'Courriel');
    type(email, 'julie');
    await settle();
    expect(descriptionOf(email)).toContain('Il manque le « @ ».');
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(stored.value?.person.email).toBeNull();
    type(email, 'julie@exemple.ca');
    await settle();
    expect(email.hasAttribute('aria-invalid')).toBe(false);
    expect(stored.value?.person.email).toBe('julie@exemple.ca');
  });

  it('keeps what is wrong when one goes elsewhere and back, and counts it at the section', () => {
    const { place, go } = openOptions('#services/web5000');
    type(byLabel(place, 'Capacité (participants)'), 'mille');
    go('#portal');
    expect(wordsOf(one(place, 'a[href="#services"]'))).toBe('Services11 champ à corriger');
    go('#services/web5000');
    const capacity = byLabel(place, 'Capacité (participants)');
    expect(capacity.value).toBe('mille');
    expect(descriptionOf(capacity)).toContain('Écrivez un nombre entier en chiffres, de 1 à 100 000.');
  });

  it('shows a value as it is stored once its field is left, and as it was typed before', async () => {
    const { place, settle } = openOptions('#services/web5000');
    const capacity = byLabel(place, 'Capacité (participants)');
    expect(capacity.value).toBe('5\u00a0000');
    type(capacity, '3000');
    await settle();
    expect(capacity.value).toBe('3000');
    leave(capacity);
    expect(capacity.value).toBe('3\u00a0000');
  });

  it('keeps the last of what is typed fast, even when the field is left in the same breath', async () => {
    const { place, stored, settle } = openOptions('#person');
    const email = byLabel(place, 'Courriel');
    void act(() => {
      for (const text of ['julie', 'julie@exemple.ca']) {
        email.value = text;
        email.dispatchEvent(new Event('input', { bubbles: true }));
      }
      email.dispatchEvent(new FocusEvent('blur'));
    });
    await settle();
    expect(stored.value?.person.email).toBe('julie@exemple.ca');
    expect(byLabel(place, 'Courriel').value).toBe('julie@exemple.ca');
    expect(email.hasAttribute('aria-invalid')).toBe(false);
  });

  it('follows what another window stores, but not over what is being typed', () => {
    const { place, stored } = openOptions('#person');
    type(byLabel(place, 'Courriel'), 'jul');
    const current = stored.value;
    if (current === null) throw new Error('No settings');
    stored.value = { ...current, person: { ...current.person, name: 'Marc', email: 'marc@exemple.ca' } };
    return Promise.resolve().then(() => {
      expect(byLabel(place, 'Votre nom').value).toBe('Marc');
      expect(byLabel(place, 'Courriel').value).toBe('jul');
    });
  });

  it('U7 speaks English as soon as it is chosen, without a reload', () => {
    const { place } = openOptions('#person');
    choose(byLabel(place, 'Langue'), 'en');
    expect(wordsOf(one(place, 'h1'))).toBe('You');
    expect(document.documentElement.lang).toBe('en-CA');
  });

  it('offers the way back from a card that is gone', () => {
    const { place } = openOptions('#services/nothing');
    expect(wordsOf(place)).toContain('Cette fiche n’existe plus.');
  });

  it('U16 switches a feature off', async () => {
    const { place, stored, settle } = openOptions('#features');
    press(byLabel(place, 'Utilisation par établissement'));
    await settle();
    expect(stored.value?.disabledFeatures).toEqual(['usage-panel']);
  });
});
