import { resetBrowser } from '../../../lib/browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { addAddresses, ADDRESSES_MAXIMUM, mailLink, textMessageLink } from '../../../../lib/domain/addresses.ts';
import { readInvitationDrafts, withInvitation, type InvitationDraft } from '../../../../lib/state/invitation-store.ts';
import type { Settings } from '../../../../lib/state/settings.ts';
import { presets } from '../../../../lib/services/presets.ts';
import { typedStore } from '../../../../lib/state/typed-store.ts';
import { conference, ofLedger, settings, NOW } from '../../../lib/samples.ts';
import { booking } from '../../../lib/samples.ts';
import { buttons, clean, draw, openTab, press, textOf } from '../draw.tsx';
import { ledgerOf, readings } from '../parts.ts';

const copied: Record<string, string>[] = [];
beforeEach(() => {
  resetBrowser();
  copied.length = 0;
  vi.stubGlobal('ClipboardItem', class {
    parts: Record<string, Blob>;
    constructor(parts: Record<string, Blob>) {
      this.parts = parts;
    }
  });
  vi.stubGlobal('navigator', {
    clipboard: {
      write: async ([item]: { parts: Record<string, Blob> }[]) => {
        copied.push(Object.fromEntries(await Promise.all(Object.entries(item!.parts).map(async ([type, blob]) => [type, await blob.text()]))));
      },
    },
  });
});
afterEach(async () => {
  clean();
  vi.unstubAllGlobals();
  // In its turn: what this test typed is written by now, and not into the next one's browser.
  await typedStore.update((known) => known);
});

/** As a browser does it at a press. */
function unfold(popup: HTMLElement): void {
  const folded = [...popup.querySelectorAll('details')].find((one) => textOf(one.querySelector('summary')) === 'Préparer l’invitation');
  act(() => {
    folded!.open = true;
    folded!.dispatchEvent(new Event('toggle'));
  });
}

const dialIn = [{ number: '+14388097799', country: 'Canada' }];
/** The composer of one booking of this service, opened. */
async function open(serviceId = 'web5000', change: Partial<typeof conference> = {}, roster?: Settings['roster']) {
  const approved = booking({ status: 'approved', serviceId });
  const popup = draw({ settings: settings({ cards: [...presets], ...(roster && { roster }) }), readings: readings(approved), ledger: ledgerOf(ofLedger({ state: 'scheduled', conference: { ...conference, dialIn, ...change } as typeof conference, serviceId }, approved)) });
  openTab(popup, /Planifiées/u);
  await act(async () => {});
  expect(popup.querySelector('.pa-invitation'), 'nothing is printed, or read, before it is wanted').toBeNull();
  unfold(popup);
  await act(async () => {});
  const composer = popup.querySelector('.pa-invitation')!;
  const field = (label: RegExp) => {
    const found = [...composer.querySelectorAll('label')].find((one) => label.test(textOf(one)))!;
    return composer.querySelector<HTMLInputElement>(`[id="${found.getAttribute('for')}"]`)!;
  };
  const type = (label: RegExp, value: string) => act(() => {
    field(label).value = value;
    field(label).dispatchEvent(new Event('input', { bubbles: true }));
  });
  const enter = (label: RegExp) => act(() => void field(label).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })));
  const preview = () => (composer.querySelector('pre')?.textContent ?? '').replace(/\u00a0/gu, ' ');
  const guests = () => [...composer.querySelectorAll('.pa-guests li bdi')].map(textOf);
  const link = (name: RegExp) => [...composer.querySelectorAll('a')].find((one) => name.test(textOf(one)))!.getAttribute('href')!;
  return { composer, field, type, enter, preview, guests, link };
}
const settle = () => act(async () => { await new Promise((resolve) => setTimeout(resolve)); });
const storedDrafts = async () => ((await browser.storage.local.get('invitations'))['invitations'] ?? {}) as Record<string, InvitationDraft>;

describe('F15 the invitation’s composer', () => {
  it('S4-06 begins with the browser alone for an establishment whose posts have nothing else, and can be changed', async () => {
    const own = booking({}).establishmentId;
    const roster = settings().roster.map((one) => ({ ...one, browserOnly: one.id === own }));
    const { field, preview } = await open('web5000', {}, roster);
    expect(preview()).toContain('Restez dans votre navigateur : il n’y a rien à installer.');
    await act(() => field(/installer Zoom/u).click());
    expect(preview()).toContain('Installez l’application Zoom, ou restez dans votre navigateur.');
    clean();
    const others = await open('web5000', {}, settings().roster.map((one) => ({ ...one, browserOnly: one.id !== own })));
    expect(others.preview()).toContain('Installez l’application Zoom');
  });

  it('S4-24 S1-34 says that somebody lets people in, where the card has a waiting room', async () => {
    for (const [service, admitted] of [['clinical', true], ['shared-room', true], ['web5000', false]] as const) {
      const { preview } = await open(service);
      expect([service, preview().includes('quelqu’un vous fera entrer')]).toEqual([service, admitted]);
      clean();
    }
  });

  it('F15 S3-19 S3-20 shows the three voices from the start, dial-in with grouped digits among them', async () => {
    const { preview } = await open();
    for (const part of ['PAR ÉCRAN', 'PAR TÉLÉPHONE', '+1 438 809 7799', 'À DICTER', 'EN MOTS SIMPLES']) expect(preview()).toContain(part);
  });

  it('F15 changes language, and says both when asked, with one’s own words once', async () => {
    const { field, preview, type } = await open();
    await type(/Message personnel/u, 'À bientôt !');
    const select = field(/Langue/u) as unknown as HTMLSelectElement;
    for (const [value, title] of [['en', 'ON A SCREEN'], ['both', 'PAR ÉCRAN']] as const) {
      await act(() => {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
      expect(preview()).toContain(title);
    }
    expect(preview()).toContain('ON A SCREEN');
    expect(preview().split('À bientôt !')).toHaveLength(2);
  });

  it('S3-14 S4-23 leaves voices out, and must keep one', async () => {
    const { field, preview, composer } = await open();
    const click = (label: RegExp) => act(() => field(label).click());
    await click(/Par écran/u);
    await click(/mots simples/u);
    expect(preview()).toMatch(/^Bilan[^]*PAR TÉLÉPHONE[^]*À DICTER/u);
    expect(preview()).not.toContain('PAR ÉCRAN');
    await click(/Par téléphone/u);
    expect(textOf(composer)).toContain('Il faut au moins une façon d’entrer.');
    expect(buttons(composer, /^Copier$/u)).toHaveLength(0);
  });

  it('S3-17 takes a message of 1 000 characters, and neither one more nor a start link', async () => {
    const { type, preview, composer } = await open();
    await type(/Message personnel/u, 'x'.repeat(1000));
    expect(preview()).toContain('x'.repeat(1000));
    await type(/Message personnel/u, 'x'.repeat(1001));
    expect(textOf(composer)).toContain('trop long de 1 caractère');
    await type(/Message personnel/u, 'Ouvrez https://zoom.us/s/9?zak=T');
    expect(textOf(composer)).toContain('contient un lien de démarrage');
    expect(preview()).not.toContain('zak');
  });

  it('S3-11 S3-12 adds addresses by Enter, by + and by a pasted list, says those that are none, and takes one away', async () => {
    const { type, enter, guests, composer, field } = await open();
    await type(/Adresses/u, 'anne@exemple.ca');
    await enter(/Adresses/u);
    await type(/Adresses/u, 'paul@exemple.ca');
    press(buttons(composer, /^Ajouter$/u)[0]);
    const paste = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData: { getData: () => 'Luc Roy <luc@exemple.ca>; ANNE@exemple.ca\nbidon' } });
    await act(() => void field(/Adresses/u).dispatchEvent(paste));
    expect(guests()).toEqual(['anne@exemple.ca', 'paul@exemple.ca', 'luc@exemple.ca']);
    expect(textOf(composer)).toContain('Ce n’est pas une adresse : bidon.');
    press(buttons(composer, /^Retirer paul@exemple\.ca$/u)[0]);
    expect(guests()).toEqual(['anne@exemple.ca', 'luc@exemple.ca']);
  });

  it('S4-18 S4-22 S3-31 copies text and HTML, and says so to screen readers', async () => {
    const { composer, preview } = await open();
    press(buttons(composer, /^Copier$/u)[0]);
    await settle();
    await settle();
    expect(copied[0]?.['text/plain']?.replace(/\u00a0/gu, ' ')).toBe(preview());
    expect(copied[0]?.['text/html']).toContain('<h2>');
    expect(textOf(composer.querySelector('[role=status]'))).toContain('Invitation copiée');
  });

  it('S3-13 S0-26 opens a mail of one’s own with hidden recipients, and a text message without any number', async () => {
    const { type, enter, link, preview } = await open();
    await type(/Adresses/u, 'anne@exemple.ca, paul@exemple.ca');
    await enter(/Adresses/u);
    const mail = new URL(link(/courriel/u));
    expect([mail.protocol, mail.pathname, mail.searchParams.get('bcc')]).toEqual(['mailto:', '', 'anne@exemple.ca,paul@exemple.ca']);
    expect(mail.searchParams.get('body')?.replace(/\r\n/gu, '\n').replace(/\u00a0/gu, ' ')).toBe(preview());
    expect(link(/texto/u)).toMatch(/^sms:\?&body=/u);
  });

  it('S3-18 sends nothing by itself: a draft waits in this browser alone, and can be erased', async () => {
    const first = await open();
    await first.type(/Message personnel/u, 'À demain');
    press(buttons(first.composer, /^Envoyer plus tard$/u)[0]);
    await settle();
    expect(Object.values(await storedDrafts())).toMatchObject([{ message: 'À demain', language: 'fr' }]);
    expect(await typedStore.load(), 'one place is enough for guests').toEqual({});
    clean();
    const again = await open();
    await settle();
    expect(textOf(again.composer)).toContain('Un brouillon vous attend');
    expect(again.preview()).toContain('À demain');
    press(buttons(again.composer, /^Effacer le brouillon$/u)[0]);
    await settle();
    expect(await storedDrafts()).toEqual({});
    expect(again.preview()).not.toContain('À demain');
  });

  it('S3-18 what is half written is found again when the popup was closed in between, before the draft that waits, until it is erased', async () => {
    const first = await open();
    await first.type(/Message personnel/u, 'À demain');
    press(buttons(first.composer, /^Envoyer plus tard$/u)[0]);
    await settle();
    await first.type(/Message personnel/u, 'À demain, 9 h');
    await first.type(/Adresses/u, 'anne@exemple.ca');
    await first.enter(/Adresses/u);
    await first.type(/Adresses/u, 'paul@');
    await settle();
    clean();
    const again = await open();
    await settle();
    expect([again.field(/Message personnel/u).value, again.guests(), again.field(/Adresses/u).value]).toEqual(['À demain, 9 h', ['anne@exemple.ca'], 'paul@']);
    press(buttons(again.composer, /^Effacer le brouillon$/u)[0]);
    await settle();
    clean();
    const last = await open();
    await settle();
    expect([last.field(/Message personnel/u).value, last.guests()]).toEqual(['', []]);
  });

  it('S3-18 what is typed while a draft is being kept is found again, and not the draft', async () => {
    const first = await open();
    await first.type(/Message personnel/u, 'À demain');
    press(buttons(first.composer, /^Envoyer plus tard$/u)[0]);
    await first.type(/Message personnel/u, 'À demain, 9 h');
    await settle();
    expect(Object.values(await storedDrafts())).toMatchObject([{ message: 'À demain' }]);
    clean();
    const again = await open();
    await settle();
    expect(again.field(/Message personnel/u).value).toBe('À demain, 9 h');
  });

  it('S4-10 S4-11 keeps nothing of a clinical meeting: no draft, no address, in any store', async () => {
    const { type, enter, composer } = await open('clinical');
    await type(/Message personnel/u, 'Votre rendez-vous');
    await type(/Adresses/u, 'usager@exemple.ca');
    await enter(/Adresses/u);
    expect(buttons(composer, /plus tard/u)).toHaveLength(0);
    expect(textOf(composer)).toContain('rien n’est gardé');
    press(buttons(composer, /^Copier$/u)[0]);
    await settle();
    const everything = JSON.stringify([
      await browser.storage.local.get(null), await browser.storage.session.get(null), { ...localStorage }, { ...sessionStorage },
    ]);
    expect(everything).not.toMatch(/usager@|rendez-vous/u);
    clean();
    expect((await open('clinical')).guests()).toEqual([]);
  });

  it('S2-12 F10 carries the stable link where the companion gives one, and Zoom’s otherwise', async () => {
    const stableLink = 'https://compagnon.exemple.test/r/abcdefghijklmnop';
    const given = { ...conference, stableLink };
    const stable = (await open('web5000', given)).preview();
    expect(stable).toContain(stableLink);
    expect(stable).not.toContain(conference.joinLink);
    clean();
    expect((await open()).preview()).toContain(conference.joinLink);
  });

  it('S0-27 refuses a link that is none for guests, in words', async () => {
    const { composer } = await open('web5000', { joinLink: 'https://zoom.us/s/1?zak=x' });
    expect(textOf(composer)).toContain('n’est pas un lien pour les personnes invitées');
    expect(composer.querySelector('pre')).toBeNull();
  });
});

describe('guests’ addresses', () => {
  it('S3-12 splits what mail programs write, once each, and no more than a mail takes', () => {
    expect(addAddresses(['C@D.ca'], '"Roy, Anne" <anne@exemple.ca>, c@d.ca e@f.ca')).toEqual({ addresses: ['C@D.ca', 'anne@exemple.ca', 'e@f.ca'], refused: [] });
    const many = Array.from({ length: ADDRESSES_MAXIMUM + 1 }, (_, index) => `p${index}@exemple.ca`);
    expect(addAddresses([], many.join(' '))).toMatchObject({ addresses: { length: ADDRESSES_MAXIMUM }, refused: [`p${ADDRESSES_MAXIMUM}@exemple.ca`] });
  });

  it('S0-26 no address and no name can add a header to the mail', () => {
    expect(mailLink([], 'A&cc=x@y.ca\r\nBcc: z', 'corps')).not.toMatch(/[\r\n]|&cc|Bcc: /u);
    expect(textMessageLink('a&b')).toBe('sms:?&body=a%26b');
  });

  it('S3-18 forgets drafts of past events, and reads past those that are damaged', () => {
    const draft: InvitationDraft = { end: NOW + 1, language: 'fr', voices: ['screen'], browserOnly: false, message: '', addresses: [] };
    expect(Object.keys(withInvitation({ old: { ...draft, end: NOW }, kept: draft }, 'new', draft, NOW))).toEqual(['kept', 'new']);
    expect(readInvitationDrafts({ good: draft, bad: { ...draft, voices: ['host'] }, none: 3 })).toEqual({ good: draft });
    expect([readInvitationDrafts(undefined), readInvitationDrafts([1])]).toEqual([{}, {}]);
  });
});
