/** « Afficher la licence ZOOM »: Annexe 1 in one press, said as it goes, and taken back as easily (S0-37 … S0-42). */
import { effect, signal as createSignal } from '@preact/signals';
import { ShowLicence, type ShowState } from '../../components/overlay/ShowLicence.tsx';
import { showsService } from '../portal/criteria.ts';
import { noProgress, saveFilters, showService, undoService, type FilterOptions, type FilterProgress, type FilterResult } from '../portal/filter.ts';
import type { Where } from '../portal/place.ts';
import { keepBlock } from './block.ts';
import type { OverlayContext } from './context.ts';
import type { Feature } from './feature.ts';
import { canUndo, readFilterMemory, RESUME_MILLISECONDS, writeFilterMemory } from './filter-memory.ts';
import { failureSentence, filterLabels, stepSentence } from './filter-sentences.ts';

/** For one step; a server that draws a day for nine establishments may be slow. */
const STEP_MILLISECONDS = 15_000;

type Work = 'show' | 'undo' | 'save';
const works = { show: showService, undo: undoService, save: saveFilters };

/** Before the panel of the criteria; without one, under the page's heading. */
export function nearCriteria({ portal }: Pick<OverlayContext, 'portal'>): Where | null {
  const criteria = portal.find('criteria');
  const panel = criteria?.closest<HTMLElement>('details,fieldset,section,[role=region],form') ?? criteria;
  if (panel) return { before: panel };
  const heading = portal.document.querySelector<HTMLElement>('h1');
  return heading === null ? null : { after: heading };
}

export const showLicence: Feature = {
  id: 'show-licence',
  pages: ['calendar'],
  start(context, signal) {
    const { portal, settings, translate, storage } = context;
    const card = settings.cards.find(({ installation }) => installation !== null);
    if (card === undefined) return;
    const labels = filterLabels(settings.profile, card);
    const memory = readFilterMemory(storage, portal.id);
    let { progress } = memory;
    const state = createSignal<ShowState>({ phase: 'ready', message: '', help: null, canUndo: canUndo(progress), canSave: false });

    const keep = (next: FilterProgress, running: 'show' | 'undo' | null): void => {
      progress = next;
      writeFilterMemory(storage, portal.id, { progress, running, at: context.now() });
    };
    const say = (next: Partial<ShowState>): void => {
      state.value = { ...state.peek(), help: null, canSave: false, ...next, canUndo: canUndo(progress) };
    };
    const finish = (work: Work, result: FilterResult): void => {
      if (result.outcome === 'stopped') return;
      keep(work === 'undo' && result.outcome !== 'failed' ? noProgress : progress, null);
      if (result.outcome === 'failed') {
        const support = result.step === 'waitForRow' && card.support !== null ? ` ${translate('showSupport', { support: card.support })}` : '';
        say({ phase: 'failed', message: translate('showFailed'), help: failureSentence(result, work === 'undo', labels, translate) + support });
      } else if (work === 'undo') say({ phase: 'done', message: translate('showUndone') });
      else if (work === 'save') say({ phase: 'done', message: translate('showSaved') });
      else if (result.outcome === 'already') say({ phase: 'done', message: translate('showAlready') });
      else say({ phase: 'done', message: translate('showDone'), canSave: !progress.saved });
    };
    const work = async (what: Work): Promise<void> => {
      const running = what === 'save' ? null : what;
      say({ phase: 'working', message: translate('showWorking') });
      const options: FilterOptions = {
        timeout: STEP_MILLISECONDS,
        signal,
        onProgress: (next) => keep(next, running),
        onStep: (step) => say({ phase: 'working', message: stepSentence(step, labels, translate) }),
      };
      finish(what, await works[what](portal, card, progress, options));
    };

    const mount = keepBlock(context, 'show', () => nearCriteria(context), signal);
    const start = (what: Work) => () => void work(what);
    const show = (): void => {
      if (showsService(portal, card)) return say({ phase: 'done', message: translate('showAlready') });
      // What was applied before is no longer: someone changed the filters since.
      progress = { ...progress, applied: false };
      void work('show');
    };
    const draw = (): void =>
      mount.draw(<ShowLicence translate={translate} state={state.value} onShow={show} onSave={start('save')} onUndo={start('undo')} />);
    signal.addEventListener('abort', effect(draw));
    if (memory.running !== null && context.now() - memory.at < RESUME_MILLISECONDS) return work(memory.running);
  },
};
