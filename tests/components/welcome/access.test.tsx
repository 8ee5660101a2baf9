/** « Demander un accès »: what the letter that a person sends says. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { AccessForm } from '../../../components/welcome/AccessForm.tsx';
import type { WelcomeContext } from '../../../components/welcome/context.ts';
import { createTranslate, type Language } from '../../../lib/i18n/translate.ts';
import { welcomeEn } from '../../../lib/i18n/welcome.en.ts';
import { welcomeFr } from '../../../lib/i18n/welcome.fr.ts';
import { settings } from '../../lib/samples.ts';

const root = document.createElement('div');
afterEach(() => render(null, root));

/** Types into the form as it is drawn, and presses its button. @returns the letters that were opened */
function send(typed: Record<string, string>, language: Language = 'fr'): URL[] {
  const opened: URL[] = [];
  const t = createTranslate({ fr: welcomeFr, en: welcomeEn }, language);
  const context: WelcomeContext = {
    t, managed: '', language, settings: settings(), policy: {} as WelcomeContext['policy'], permissions: {}, save: () => Promise.resolve(true), allow: () => Promise.resolve(true),
    openMail: (address) => void opened.push(new URL(address)), openOptions: () => undefined,
  };
  render(null, root);
  document.body.replaceChildren(root);
  act(() => render(<AccessForm context={context} establishment="CISSS des Îles" person={{ name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' }} />, root));
  for (const [label, text] of Object.entries(typed)) {
    const name = [...root.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label));
    const input = document.getElementById(name?.htmlFor ?? '') as HTMLInputElement;
    act(() => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  act(() => root.querySelector('button')?.click());
  return opened;
}
const bodyOf = (letter: URL | undefined): string => (letter?.searchParams.get('body') ?? '').replaceAll('\u00a0', ' ');

describe('S0-08 S0-09 the letter that asks for an access', () => {
  it('S0-09 carries the IRIS code when it is given instead of the phone', () => {
    const [letter] = send({ [welcomeFr.irisCode]: 'jgagnon42' });
    expect(bodyOf(letter)).toContain('Code d’utilisateur IRIS : jgagnon42');
    expect(bodyOf(letter)).toContain('Téléphone : non précisé');
  });

  it('S0-08 carries name, establishment, e-mail and phone, and says that no code was given', () => {
    const body = bodyOf(send({ [welcomeFr.phone]: '418 555-0199' })[0]);
    for (const part of ['Nom : Julie Gagnon', 'Établissement : CISSS des Îles', 'Courriel : julie.gagnon@exemple.test', 'Téléphone : 418 555-0199', 'Code d’utilisateur IRIS : non précisé']) expect(body).toContain(part);
  });

  it('S0-09 in English too, and nothing is opened without phone or code', () => {
    expect(bodyOf(send({ [welcomeEn.irisCode]: 'jgagnon42' }, 'en')[0])).toContain('jgagnon42');
    expect(send({})).toEqual([]);
  });
});
