import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notUnderstood } from '../../../lib/features/not-understood.ts';
import { requiredFacts } from '../../../lib/features/required-facts.tsx';
import { allFamilies, markup, pageNames } from '../portal/pages.ts';
import { startOn, type PageOptions } from './page.ts';

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** A page is diagnosed once it has come to rest; the banner then comes by itself. */
async function startCalm(...[features, html, options]: Parameters<typeof startOn>) {
  const started = startOn(features, html, options);
  const rest = async (): Promise<void> => {
    vi.runAllTimers();
    await vi.dynamicImportSettled();
  };
  const redrawn = (): Promise<void> => {
    started.page.redrawn();
    return rest();
  };
  await rest();
  return { ...started, redrawn };
}

/** The portal has renamed its title field. */
const renamed = (page: string): string => page.replace(/Titre de la rencontre/gu, 'Intitulé maison');

describe('a page that is not understood', () => {
  it.each(allFamilies.flatMap((family) => pageNames.map((page) => `${family}/${page}`)))('F12 is silent on %s, which is understood or none of ours', async (page) => {
    const { block } = await startCalm([notUnderstood], markup(page), { address: 'https://www.irisreservation.ca/' });
    expect(block('banner')).toBeNull();
  });

  it('F12 names the anchor that is missing on a booking form, and what to write oneself', async () => {
    const { words } = await startCalm([notUnderstood], renamed(markup('classic/form')));
    expect(words('banner')).toContain('Introuvable : « Titre de la rencontre ». Rien n’est bloqué ni changé');
    expect(words('banner')).toContain('inscrivez vous-même le nom exact de la rencontre');
  });

  it('opens the way: nothing of ours in the form, and its save goes through as it is', async () => {
    const { shown, sent } = await startCalm([notUnderstood, requiredFacts], renamed(markup('classic/form')));
    const saved = vi.fn((event: Event) => event.preventDefault());
    shown.addEventListener('submit', saved);
    shown.querySelector<HTMLElement>('button[type=submit]')!.click();
    expect(saved).toHaveBeenCalledOnce();
    expect([shown.querySelector('form passerelle-facts'), shown.querySelector('textarea')!.value, sent]).toEqual([null, '', []]);
  });

  it('can be closed, and stays so', async () => {
    const { block, redrawn } = await startCalm([notUnderstood], renamed(markup('classic/form')));
    [...block('banner')!.querySelectorAll('button')].find((one) => one.textContent === 'Fermer')!.click();
    await redrawn();
    expect(block('banner')).toBeNull();
  });

  it('goes when the page is understood again', async () => {
    const { block, redrawn, shown } = await startCalm([notUnderstood], renamed(markup('classic/form')));
    expect(block('banner')).not.toBeNull();
    [...shown.querySelectorAll('label')].find((one) => one.textContent === 'Intitulé maison')!.textContent = 'Titre de la rencontre';
    await redrawn();
    expect(block('banner')).toBeNull();
  });

  it('U26 copies what the worker answers, and says so when it answers nothing', async () => {
    const answers: PageOptions['answers'] = { 'overlay.diagnostic': 'Passerelle 0.1.0' };
    const { block, words } = await startCalm([notUnderstood], renamed(markup('classic/form')), { answers });
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const copy = (): void => [...block('banner')!.querySelectorAll('button')].find((one) => one.textContent === 'Copier le diagnostic')!.click();
    copy();
    await vi.waitFor(() => expect(words('banner')).toContain('Diagnostic copié'));
    expect(write.mock.calls).toEqual([['Passerelle 0.1.0']]);
    answers['overlay.diagnostic'] = undefined;
    copy();
    await vi.waitFor(() => expect(words('banner')).toContain('La copie a été refusée'));
    expect(write.mock.calls).toHaveLength(1);
    write.mockRestore();
  });
});
