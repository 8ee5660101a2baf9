import { resetBrowser } from '../../../lib/browser.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { presets } from '../../../../lib/services/presets.ts';
import { conference, ofLedger, settings } from '../../../lib/samples.ts';
import { clean, draw, items, openTab, textOf } from '../draw.tsx';
import { approved, ledgerOf, readings } from '../parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

const line = (popup: Element, id: string) => [...popup.querySelectorAll('.pa-services li')].find((one) => one.querySelector(`a[href="/help.html#${id}"]`) !== null)!;
const linksOf = (one: Element) => [...one.querySelectorAll('a')].map((link) => [textOf(link), link.getAttribute('href')]);

it('S3-08 S3-09 S1-48 each service leads to its help, to the portal where it is booked, and to whom to ask', () => {
  const popup = draw({ settings: settings({ cards: [...presets] }) });
  expect(linksOf(line(popup, 'web5000'))).toEqual([['Aide', '/help.html#web5000'], ['Réserver dans IRIS', 'https://www.irisreservation.ca'], ['Écrire au soutien', `mailto:${presets[0]!.support}`]]);
  expect(popup.querySelectorAll('.pa-services li')).toHaveLength(5);
});

it('S1-03 S1-23 S1-49 the shared room leads to its channel and its training', () => {
  const links = linksOf(line(draw({ settings: settings({ cards: [...presets] }) }), 'shared-room')).map(([label]) => label);
  expect(links).toEqual(expect.arrayContaining(['Canal #zoom', 'Demander une formation de 30 minutes']));
});

it('S1-31 S3-20 S4-23 the number, in groups, and the passcode stand with the link, without entering the meeting', () => {
  const popup = draw({ readings: readings(approved), ledger: ledgerOf(ofLedger({ state: 'scheduled', conference: { ...conference, id: '1234567890' } }, approved)) });
  openTab(popup, /Planifiées/u);
  expect(textOf(items(popup)[0]?.querySelector('.pa-numbers'))).toBe('Numéro de la rencontre123 456 7890Code secret482913');
});
