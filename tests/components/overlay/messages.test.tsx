import { describe, expect, it, vi } from 'vitest';
import { Banner } from '../../../components/overlay/Banner.tsx';
import { Conflict, type ConflictProps } from '../../../components/overlay/Conflict.tsx';
import { ShowLicence, type ShowState } from '../../../components/overlay/ShowLicence.tsx';
import { overlayTranslate } from '../../lib/words.ts';
import { draw, press, wordsOf } from './draw.ts';

const translate = overlayTranslate('fr');
const ready: ShowState = { phase: 'ready', message: '', help: null, canUndo: false, canSave: false };
const show = (state: Partial<ShowState>, actions = { onShow: vi.fn(), onSave: vi.fn(), onUndo: vi.fn() }) => ({
  place: draw(<ShowLicence translate={translate} state={{ ...ready, ...state }} {...actions} />),
  ...actions,
});

describe('« Afficher la licence ZOOM »', () => {
  it('S0-37 is one button', () => {
    const { place, onShow } = show({});
    expect([...place.querySelectorAll('button')].map(wordsOf)).toEqual(['Afficher la licence ZOOM']);
    press(place, 'Afficher');
    expect(onShow).toHaveBeenCalledOnce();
  });

  it('S0-42 says each step in a polite live region and ignores a second press', () => {
    const { place, onShow } = show({ phase: 'working', message: 'Application du filtre…' });
    const region = place.querySelector('[aria-live=polite]');
    expect(wordsOf(region)).toBe('Application du filtre…');
    press(place, 'Afficher');
    expect(onShow).not.toHaveBeenCalled();
  });

  it('S0-41 asks before saving the filters, and offers the way back', () => {
    const { place, onSave, onUndo } = show({ phase: 'done', message: 'La licence est affichée.', canSave: true, canUndo: true });
    press(place, 'Sauvegarder les filtres');
    press(place, 'Remettre mes filtres');
    expect([onSave.mock.calls.length, onUndo.mock.calls.length]).toEqual([1, 1]);
  });

  it('S0-42 says which step failed and what to do', () => {
    const help = translate('showMissingApply', { label: 'Appliquer le filtre' });
    const { place } = show({ phase: 'failed', message: translate('showFailed'), help });
    expect(wordsOf(place)).toContain('Le bouton « Appliquer le filtre » est introuvable. Appuyez vous-même');
  });
});

const conflictProps: ConflictProps = {
  translate, sentences: [], source: null, proposals: [], filled: null, waiting: null, onCheck: vi.fn(), onFill: vi.fn(), onUndo: vi.fn(), onWait: vi.fn(),
};

describe('the conflict line', () => {
  const conflict = (sentences: string[], onCheck = vi.fn()) =>
    draw(<Conflict {...conflictProps} sentences={sentences} source="D’après les réservations lues à 9 h 12." onCheck={onCheck} />);

  it('U3 says it in words, politely, and can be looked up again', () => {
    const onCheck = vi.fn();
    const place = conflict(['Conflit : le CISSS des Îles tient la licence de 9 h à 10 h.'], onCheck);
    expect(wordsOf(place.querySelector('[role=status]'))).toBe('Conflit : le CISSS des Îles tient la licence de 9 h à 10 h.');
    press(place, 'Vérifier de nouveau');
    expect(onCheck).toHaveBeenCalledOnce();
  });

  it('F04 offers each free moment as a button, says that the form is filled in, and takes it back by another', () => {
    const [onFill, onUndo] = [vi.fn(), vi.fn()];
    const place = draw(<Conflict {...conflictProps} sentences={['Conflit.']} proposals={['mardi, de 10 h à 11 h', 'mercredi, de 9 h à 10 h']} onFill={onFill} />);
    press(place, 'mercredi');
    expect(onFill).toHaveBeenCalledWith(1);
    const filled = draw(<Conflict {...conflictProps} filled={{ message: 'Le formulaire est rempli : mercredi.', kind: 'success', canUndo: true }} onUndo={onUndo} />);
    expect([...filled.querySelectorAll('[aria-live=polite]')].map(wordsOf)).toContain('Le formulaire est rempli : mercredi.');
    press(filled, 'Remettre mon choix');
    expect(onUndo).toHaveBeenCalledOnce();
  });

  it('F04 A5 can be asked to tell when the slot is freed, and says what that rests on', () => {
    const onWait = vi.fn();
    press(draw(<Conflict {...conflictProps} sentences={['Conflit.']} waiting={false} onWait={onWait} />), 'M’avertir');
    const waiting = draw(<Conflict {...conflictProps} sentences={['Conflit.']} waiting onWait={onWait} />);
    expect(wordsOf(waiting)).toContain('quand le calendrier de ce jour est ouvert dans ce navigateur');
    press(waiting, 'Ne plus m’avertir');
    expect(onWait.mock.calls).toEqual([[true], [false]]);
  });

  it('U3 keeps its region when there is no conflict, so that the next one is heard', () => {
    expect(wordsOf(conflict([]).querySelector('[role=status]'))).toBe('Aucun conflit connu à ce moment.');
  });
});

describe('a banner', () => {
  it('F12 names what is missing, copies the diagnostic and says so', async () => {
    const onCopy = vi.fn(() => Promise.resolve());
    const place = draw(<Banner translate={translate} kind="warning" title="Titre" sentences={['Introuvable : « Critères ».']} onClose={vi.fn()} onCopy={onCopy} />);
    press(place, 'Copier le diagnostic');
    await vi.waitFor(() => expect(wordsOf(place.querySelector('[aria-live=polite]'))).toBe('Diagnostic copié.'));
  });

  it('says when the browser refuses the copy', async () => {
    const place = draw(<Banner translate={translate} kind="warning" title="Titre" sentences={[]} onClose={vi.fn()} onCopy={() => Promise.reject(new Error('denied'))} />);
    press(place, 'Copier le diagnostic');
    await vi.waitFor(() => expect(wordsOf(place)).toContain('La copie a été refusée'));
  });

  it('is closed by a button', () => {
    const onClose = vi.fn();
    const place = draw(<Banner translate={translate} kind="info" title="Titre" sentences={[]} onClose={onClose} />);
    press(place, 'Fermer');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
