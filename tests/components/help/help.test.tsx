import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HelpPage } from '../../../components/help/HelpPage.tsx';
import { oldestBrowsers } from '../../../lib/help/browsers.ts';
import { allHelp } from '../../../lib/help/index.ts';
import { helpEn } from '../../../lib/i18n/help.en.ts';
import { helpFr } from '../../../lib/i18n/help.fr.ts';
import { overlayEn } from '../../../lib/i18n/overlay.en.ts';
import { overlayFr } from '../../../lib/i18n/overlay.fr.ts';
import { createTranslate, type Language } from '../../../lib/i18n/translate.ts';
import { presets } from '../../../lib/services/presets.ts';
import { draw, one, press } from '../ui/draw.ts';

beforeEach(() => {
  location.hash = '';
  localStorage.clear();
  sessionStorage.clear();
});

function open(hash: string, language: Language = 'fr', cards = presets) {
  location.hash = hash;
  const copy = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  const print = vi.fn<() => void>();
  const place = draw(<HelpPage context={{ t: createTranslate({ fr: helpFr, en: helpEn }, language), language, cards, version: '1.2.3', copy, print }} />);
  return { place, copy, print, main: () => one(place, 'main').textContent ?? '' };
}

describe('the help', () => {
  it.each(['fr', 'en'] as const)('S0-13 S3-23 quotes the banner of a page that is not understood as the banner says it, in %s', (language) => {
    expect(open('#problemes', language).main()).toContain({ fr: overlayFr, en: overlayEn }[language].unknownTitle);
  });

  it('S0-12 S0-36 opens on the procedure, with the day of its document and the version', () => {
    const { main } = open('');
    expect(main()).toContain('Réserver la licence Zoom');
    expect(main()).toContain('Procédure signée le 17 avril 2020 · Passerelle 1.2.3');
  });

  it('S0-37 S0-38 S0-39 S0-40 S0-41 S0-42 gives the steps of Annexe 1 in their order', () => {
    const { place } = open('#web5000/afficher');
    const steps = [...one(place, '#afficher').querySelectorAll('ol > li')].map((step) => step.textContent);
    expect(steps).toHaveLength(5);
    expect(steps[0]).toContain('Critères');
    expect(steps[2]).toContain('Solution logicielle');
    expect(steps[4]).toContain('Appliquer le filtre');
  });

  it('S0-12 prints, with what is folded opened for the paper and closed again after', () => {
    const { place, print } = open('#shared-room');
    press([...place.querySelectorAll('button')].find((button) => button.textContent === 'Imprimer') as Element);
    expect(print).toHaveBeenCalledOnce();
    const folded = [...place.querySelectorAll('details')];
    expect(folded.length).toBeGreaterThan(2);
    expect(folded.some((details) => details.open)).toBe(false);
    dispatchEvent(new Event('beforeprint'));
    expect(folded.every((details) => details.open)).toBe(true);
    dispatchEvent(new Event('afterprint'));
    expect(folded.some((details) => details.open)).toBe(false);
  });

  it('S2-02 S2-33 the service sheet says where the data are held, and who restores the service', () => {
    const { main } = open('#nominative-300');
    expect(main()).toContain('externe, chez Zoom');
    expect(main()).toContain('hors du Québec');
    expect(main()).toContain('la reprise dépend de Zoom');
  });

  it('S2-17 advises an interview to have a neutral title, a waiting room and no recording, since everybody sees the grid', () => {
    expect(open('#nominative-300').main()).toMatch(/salle d’attente activée, pas d’enregistrement, et un titre neutre/u);
  });

  it('S3-01 has a table of contents whose entries are addresses', () => {
    const { place } = open('#health-portal');
    const entries = [...one(place, 'nav').querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(entries).toEqual(expect.arrayContaining(['#web5000', '#shared-room', '#nominative-300', '#health-portal', '#clinical', '#problemes', '#navigateurs', '#accessibilite']));
    expect(one(place, 'nav [aria-current=page]').getAttribute('href')).toBe('#health-portal');
  });

  it('S3-24 S3-35 lists the browsers with the oldest version that the manifest takes', () => {
    const rows = [...open('#navigateurs').place.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    expect(rows).toHaveLength(3);
    for (const [index, version] of Object.values(oldestBrowsers).entries()) expect(rows[index]).toContain(version);
  });

  it('S1-01 S1-09 puts the short card first and folds the rest', () => {
    const { place } = open('#shared-room');
    const sections = [...place.querySelectorAll('main section')];
    expect(sections[0]?.querySelector('ol')).not.toBeNull();
    expect(sections[0]?.querySelector('details')).toBeNull();
    expect(sections[1]?.querySelector('details')?.open).toBe(false);
  });

  it('S1-03 S2-05 takes its links from the card, and says whom to ask for one that is not there', () => {
    expect(one<HTMLAnchorElement>(open('#shared-room').place, '#resume a').href).toBe('https://chat.opteos.fr/opteos/channels/zoom');
    expect(one<HTMLAnchorElement>(open('#nominative-300').place, '#fiche a').href).toBe('https://uvsq-fr.zoom.us/');
    expect(one(open('#nominative-300').place, '#materiel').textContent).toContain('adresse à demander');
  });

  it('S4-11 S4-16 S4-27 has the sentences of a clinical meeting ready to copy, and says so when the browser refuses', async () => {
    const { place, copy } = open('#clinical');
    const [consent, note] = [...place.querySelectorAll('blockquote')].map((words) => words.textContent);
    expect(consent).toContain('ne sera pas enregistrée');
    expect(note).toContain('télésanté');
    const status = one(place, '[role=status]');
    const button = one(place, 'figure button');
    press(button);
    await vi.waitFor(() => expect(status.textContent).toContain('Copié'));
    expect(copy).toHaveBeenCalledWith(consent);
    copy.mockRejectedValueOnce(new Error('refused'));
    press(button);
    await vi.waitFor(() => expect(status.textContent).toContain('Le navigateur a refusé'));
  });

  it('S4-10 S4-11 keeps nothing of the whole clinical guide', () => {
    const { place } = open('#clinical');
    for (const button of place.querySelectorAll('main button')) press(button);
    expect(place.querySelectorAll('input, textarea, select')).toHaveLength(0);
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
  });

  it('S0-13 S1-48 S2-31 shows the support address of the cards, once each', () => {
    const { place } = open('#problemes');
    expect([...place.querySelectorAll<HTMLAnchorElement>('main a[href^=mailto]')].map(({ href }) => href)).toEqual(['mailto:soutien@telesantechudequebec.ca']);
    expect(open('#problemes', 'fr', []).main()).toContain('Aucune adresse de soutien');
  });

  it('U7 says everything in English too', () => {
    const { main } = open('#web5000', 'en');
    expect(main()).toContain('Procedure signed on April 17, 2020');
    for (const help of allHelp) {
      for (const { text, rows } of help.sections.flatMap(({ topics }) => topics)) {
        expect([rows, text.en.length > 5, text.en !== text.fr]).toEqual([rows, true, true]);
      }
    }
  });

  it('U1 moves the focus to the title when another topic opens', async () => {
    const { place } = open('#web5000');
    await act(() => {
      location.hash = '#navigateurs';
      dispatchEvent(new Event('hashchange'));
    });
    expect(document.activeElement).toBe(one(place, 'h1'));
    expect(one(place, 'h1').textContent).toBe('Navigateurs');
    expect(one(place, 'nav [aria-current=page]').textContent).toBe('Navigateurs');
  });
});
