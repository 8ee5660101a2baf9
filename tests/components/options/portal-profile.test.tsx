import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { hashOf } from '../../../lib/calibration/canonical.ts';
import { toProfileFile } from '../../../lib/calibration/file.ts';
import { emptyPatch, teach } from '../../../lib/calibration/patch.ts';
import { anyPortal } from '../../../lib/portal/profiles/any.ts';
import { button, byLabel, press, type, wordsOf } from '../ui/draw.ts';
import { NOW, openOptions, type OpenOptions } from './open.tsx';

const way = { by: 'text' as const, names: ['Réserver'], origin: 'calibrated' as const, source: 'calibration', date: '2026-11-22' };
const patch = teach(emptyPatch(anyPortal, { id: 'iris', name: 'IRIS' }), 'save', [way]);
const admin = { name: 'Sylvie Tremblay', email: null, role: 'admin' as const, establishmentId: null };

async function give({ place }: OpenOptions, text: string): Promise<void> {
  const input = place.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File([text], 'profil.json')], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(wordsOf(place)).toMatch(/ est refusé|différence|est déjà celui/u), { timeout: 10_000 });
}

describe('the profile of a portal in the options', () => {
  it('C5 opens the assistant for an administrator, and says so', async () => {
    const { place, actions } = openOptions('#portal', { person: admin });
    press(button(place, 'Calibrer ce portail'));
    await vi.waitFor(() => expect(wordsOf(place)).toContain('L’assistant est ouvert dans l’onglet du portail.'));
    expect(actions.calibrate).toHaveBeenCalledExactlyOnceWith('iris');
  });

  it('C5 keeps it for the administrator', () => {
    const { place } = openOptions('#portal', { person: { ...admin, role: 'representative' } });
    expect(wordsOf(place)).toContain('Le calibrage est réservé au rôle Administration');
    expect(wordsOf(place)).not.toContain('Calibrer ce portail');
  });

  it('C5 F12 shows what a file would change, and changes it on the second click', async () => {
    const opened = openOptions('#portal', { person: admin });
    const { place, actions } = opened;
    await give(opened, await toProfileFile({ origin: 'https://www.irisreservation.ca', patch }, { now: NOW, extensionVersion: '1.2.3' }));
    expect(wordsOf(place)).toContain('Bouton qui enregistre la réservation');
    expect(wordsOf(place)).toContain('mots « Réserver »');
    expect(actions.setProfile).not.toHaveBeenCalled();
    press(button(place, 'Utiliser ce profil'));
    await vi.waitFor(() => expect(wordsOf(place)).toContain('sert dès maintenant'));
    expect(actions.setProfile).toHaveBeenCalledExactlyOnceWith('iris', expect.objectContaining({ anchors: patch.anchors }));
  });

  it('F12 refuses an altered file with a sentence, and changes nothing', async () => {
    const opened = openOptions('#portal', { person: admin });
    const file = await toProfileFile({ origin: 'https://www.irisreservation.ca', patch }, { now: NOW, extensionVersion: '1.2.3' });
    await give(opened, file.replace('Réserver', 'Annuler'));
    expect(wordsOf(opened.place)).toContain('il a été modifié après son exportation');
    expect(opened.actions.setProfile).not.toHaveBeenCalled();
  });

  const exported = (): Promise<string> => toProfileFile({ origin: 'https://www.irisreservation.ca', patch }, { now: NOW, extensionVersion: '1.2.3' });
  /** Changed by somebody who knows how to make the fingerprint anew. */
  const rehashed = async (change: (profile: Record<string, unknown>) => void): Promise<string> => {
    const content = JSON.parse(await exported()) as { origin: string; profile: Record<string, unknown>; hash: string };
    change(content.profile);
    return JSON.stringify({ ...content, hash: await hashOf({ origin: content.origin, profile: content.profile as never }) });
  };
  const withSelector = (selector: string) => rehashed((profile) => Object.assign(profile['anchors'] as object, { save: [{ by: 'selector', selector, origin: 'calibrated', source: 'calibration', date: '2026-11-22' }] }));
  it.each<[string, () => string | Promise<string>, string]>([
    ['a selector that costs', () => withSelector('div:has(div:has(div))'), 'À l’endroit « profile › anchors › Bouton qui enregistre la réservation › 1 › selector », un motif ou un sélecteur ralentirait le portail : il est refusé.'],
    ['a pattern that costs', () => rehashed((profile) => Object.assign(profile, { pages: [{ kind: 'list', paths: ['*a'.repeat(99)], origin: 'calibrated', source: 'calibration', date: '2026-11-22' }] })), 'À l’endroit « profile › pages › 1 › paths › 1 », un motif ou un sélecteur ralentirait le portail'],
    ['an unknown key', () => rehashed((profile) => Object.assign(profile, { script: 'x' })), 'Il contient « script », inconnu, à l’endroit « profile ».'],
    ['an unknown anchor', () => rehashed((profile) => Object.assign(profile['anchors'] as object, { bouton: [] })), 'Il contient « bouton », inconnu, à l’endroit « profile › anchors ».'],
    ['a value that is missing', () => rehashed((profile) => void delete profile['pages']), 'Il manque une valeur à l’endroit « profile › pages ».'],
    ['a value that is not allowed', () => rehashed((profile) => Object.assign(profile, { version: 'trois' })), 'La valeur à l’endroit « profile › version » n’est pas permise.'],
    ['what is not JSON', () => '{\n  "format": ,', 'Il est illisible à la ligne 2, colonne 13.'],
    ['a change after its export', async () => (await exported()).replace('Réserver', 'Annuler'), 'Son contenu ne correspond pas à son empreinte : il a été modifié après son exportation.'],
    ['other settings', () => '{"format":"passerelle-settings","version":1}', 'Ce n’est pas un profil de portail de Passerelle.'],
    ['a later format', () => '{"format":"passerelle-profile","version":9}', 'Il vient d’une version plus récente de Passerelle (format 9).'],
    ['nothing in it', () => ' ', 'Il est vide.'],
    ['its size', () => ' '.repeat(1_000_000), 'Il est trop gros pour être un profil.'],
  ])('C5 F12 a file that is refused for %s says so and where, and changes nothing', async (_what, text, sentence) => {
    const opened = openOptions('#portal', { person: admin });
    await give(opened, await text());
    expect(wordsOf(opened.place)).toContain(sentence);
    expect(wordsOf(opened.place)).not.toContain('Utiliser ce profil');
    expect(opened.actions.setProfile).not.toHaveBeenCalled();
  });

  it('F12 exports what was taught, and forgets it on demand', async () => {
    const { place, actions, profiles } = openOptions('#portal', { person: admin });
    await act(() => {
      profiles.value = { iris: { patch: { ...patch, base: { id: 'iris', version: 1 } }, at: NOW } };
    });
    expect(wordsOf(place)).toContain('Profil intégré d’IRIS, avec 1 repère montré. Version 1');
    press(button(place, 'Exporter le profil'));
    await vi.waitFor(() => expect(actions.download).toHaveBeenCalledOnce());
    expect(actions.download.mock.calls[0]?.[1]).toContain('"hash": "sha256:');
    press(button(place, 'Oublier ce qui a été montré'));
    await act(() => Promise.resolve());
    expect(actions.setProfile).toHaveBeenCalledExactlyOnceWith('iris', null);
  });

  it('C4 names the red anchors in words as soon as they are, and copies the diagnostic', async () => {
    const { place, actions, health } = openOptions('#portal', { person: admin });
    expect(wordsOf(place)).toContain('Aucune page de ce portail n’a encore été vue');
    await act(() => {
      health.value = { iris: { form: { page: 'form', anchors: [{ anchor: 'save', health: 'missing', matches: 0 }], failures: [], at: NOW, lastWell: { save: NOW - 86_400_000 } } } };
    });
    expect(wordsOf(place)).toMatch(/Bouton qui enregistre la réservation : introuvable \(formulaire, à .*\) Trouvé pour la dernière fois le \d+ \p{L}+ à \d+/u);
    press(button(place, 'Copier le diagnostic'));
    await vi.waitFor(() => expect(wordsOf(place)).toContain('Le diagnostic est copié'));
    expect(actions.portalDiagnostic).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'iris' }));
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith('portal: iris');
    actions.portalDiagnostic.mockResolvedValue({ text: 'portal: iris, part', isWhole: false });
    press(button(place, 'Copier le diagnostic'));
    await vi.waitFor(() => expect(wordsOf(place)).toContain('sans la structure de la page : aucune page de ce portail n’est ouverte'));
    expect(actions.copy).toHaveBeenLastCalledWith('portal: iris, part');
    await act(() => {
      health.value = { iris: { form: { page: 'form', anchors: [{ anchor: 'save', health: 'missing', matches: 0 }], failures: [], at: NOW } } };
    });
    expect(wordsOf(place)).toContain('Jamais encore trouvé dans ce navigateur.');
  });

  it('C6 a portal of another product begins with nothing known', () => {
    const { place, actions } = openOptions('#portal', { person: admin });
    type(byLabel(place, 'Adresse du portail à ajouter'), 'autre.exemple.ca');
    const choice = byLabel(place, 'Ce portail est…') as HTMLSelectElement;
    void act(() => {
      choice.value = 'any';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    press(button(place, 'Ajouter un portail'));
    expect(actions.setProfile).toHaveBeenCalledExactlyOnceWith('portail-1', expect.objectContaining({ base: { id: 'any', version: 1 }, anchors: {} }));
  });
});
