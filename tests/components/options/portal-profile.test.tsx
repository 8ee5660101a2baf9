import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
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
    expect(actions.copy.mock.calls[0]?.[0]).toMatch(/anchor save: missing \(0\) last well 20\d\d-[\s\S]*\nstructure: path \/reservations\nform$/u);
    expect(actions.structure).toHaveBeenCalledExactlyOnceWith('iris');
    actions.structure.mockResolvedValue(null);
    press(button(place, 'Copier le diagnostic'));
    await vi.waitFor(() => expect(wordsOf(place)).toContain('sans la structure de la page : aucune page de ce portail n’est ouverte'));
    expect(actions.copy.mock.calls[1]?.[0]).toContain('structure: no page of the portal is open');
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
