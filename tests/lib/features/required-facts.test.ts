import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '../../../lib/domain/booking.ts';
import { parseDetails, printDetails } from '../../../lib/domain/details.ts';
import { createDrafts } from '../../../lib/features/drafts.ts';
import { requiredFacts } from '../../../lib/features/required-facts.tsx';
import { allFamilies, deep, deepAll, drawnAnew, markup, standsBefore } from '../portal/pages.ts';
import { booking, HOUR, NINE, plain } from './fixtures.ts';
import { FORM_ADDRESS, startOn, type PageOptions } from './page.ts';

beforeEach(() => sessionStorage.clear());

const reading = (...bookings: Reading['bookings']): Reading => ({ bookings, complete: false, from: null, to: null, at: NINE, source: 'grid' });
const good = { name: 'Forum des cadres', participants: '1 200', presenterName: 'Anne Roy' };

function openForm(family: string, options: PageOptions = {}) {
  const page = startOn([requiredFacts], markup(`${family}/form`), options);
  const saved: string[] = [];
  page.shown.addEventListener('submit', (event) => {
    event.preventDefault();
    saved.push('submit');
  });
  const control = (field: string): HTMLInputElement => page.block('facts')!.querySelector<HTMLInputElement>(`#passerelle-${field}`)!;
  const type = (values: Record<string, string>): void => {
    for (const [field, value] of Object.entries(values)) {
      control(field).value = value;
      control(field).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
  };
  const leave = (field: string): void => void control(field).dispatchEvent(new FocusEvent('blur'));
  const errorOf = (field: string): string => plain(page.block('facts')!.querySelector(`#passerelle-${field}-error`)?.textContent ?? '');
  const save = (): void => {
    const button = deepAll(page.shown, 'button,.btn,input[type=button],p-button').find((one) => (one.textContent?.trim() || (one as HTMLInputElement).value) === 'Enregistrer et Fermer')!;
    (button.shadowRoot?.querySelector('button') ?? button).click();
  };
  const isTaken = (): boolean => page.sent.some(({ type: kind }) => kind === 'overlay.saved');
  const title = (): HTMLInputElement => deep<HTMLInputElement>(page.shown, '[value=Forum]')!;
  const freeText = (): HTMLTextAreaElement => deep(page.shown, 'textarea')!;
  return { ...page, saved, control, type, leave, errorOf, save, isTaken, title, freeText };
}

describe.each(allFamilies)('the three facts on the form of the family %s', (family) => {
  it('U19 stand right after the portal’s own title, prefilled with it and one’s own establishment', () => {
    const { control, shown, title } = openForm(family);
    expect(control('name').value).toBe('Forum');
    expect(control('establishmentId').value).toBe('cisss-cote-nord');
    const host = deep(shown, 'passerelle-facts')!;
    expect(standsBefore(title(), host)).toBe(true);
    expect(standsBefore(host, deep(shown, 'textarea')!)).toBe(true);
  });

  it('U3 an overlap keeps the booking from being saved, says who holds the licence and when, and goes to the hours', () => {
    const { type, save, saved, words, isTaken, portal } = openForm(family, { known: [reading(booking({ number: '9', start: NINE + HOUR, end: NINE + 3 * HOUR }))] });
    type(good);
    const focused = vi.spyOn(portal.find('start')!, 'focus');
    save();
    expect(words('conflict')).toContain('Conflit : le CISSS des Îles tient la licence le mardi 24 novembre 2026 de 10 h 00 à 12 h 00.');
    expect(words('facts')).toMatch(/Un point est à corriger avant d’enregistrer : ?Conflit/u);
    expect(portal.find('start')!.getAttribute('aria-invalid')).toBe('true');
    expect(focused).toHaveBeenCalledOnce();
    expect([saved, isTaken()]).toEqual([[], false]);
  });

  it('S0-15 to S0-17 a good booking carries the name in the title and the block in the free text, and the worker is told once', () => {
    const { type, save, sent, title, freeText } = openForm(family, { prepare: (page) => { deep<HTMLTextAreaElement>(page, 'textarea')!.value = 'Merci de confirmer.'; } });
    type({ ...good, presenterEmail: 'anne@exemple.ca' });
    save();
    expect(title().value).toBe('Forum des cadres');
    expect(freeText().value).toMatch(/^Merci de confirmer\.\n\n/u);
    const details = parseDetails(freeText().value);
    expect(details).toMatchObject({ intact: true, establishment: 'CISSS de la Côte-Nord', facts: { name: 'Forum des cadres', participants: 1200, presenter: { name: 'Anne Roy', email: 'anne@exemple.ca' } } });
    const told = sent.filter(({ type: kind }) => kind === 'overlay.saved');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ booking: { portal: 'iris', serviceId: 'web5000', start: NINE, establishmentId: 'cisss-cote-nord', status: 'pending', facts: details?.facts } });
  });

  it('S0-15 each of two bookings saved one after the other is told, the first again when it is saved again after the other', () => {
    const { type, save, sent } = openForm(family);
    for (const name of ['Forum des cadres', 'Forum des équipes', 'Forum des équipes', 'Forum des cadres']) {
      type({ ...good, name });
      save();
    }
    const told = sent.flatMap((message) => (message.type === 'overlay.saved' ? [message.booking.facts?.name] : []));
    expect(told).toEqual(['Forum des cadres', 'Forum des équipes', 'Forum des cadres']);
  });

  it('S0-15 what nobody was there to hear is told at the next press', async () => {
    const { type, save, sent } = openForm(family, { answers: { 'overlay.saved': null } });
    const told = (): number => sent.filter(({ type: kind }) => kind === 'overlay.saved').length;
    type(good);
    save();
    await vi.waitUntil(() => (save(), told() > 1));
    type({ ...good, name: 'Forum des équipes' });
    const before = told();
    save();
    expect(told()).toBe(before + 1);
  });

  it('U2 says nothing of a field before it is left, and takes it back as soon as it is right', () => {
    const { type, leave, errorOf } = openForm(family);
    type({ participants: 'mille' });
    expect(errorOf('participants')).toBe('');
    leave('participants');
    expect(errorOf('participants')).toContain('en chiffres');
    type({ participants: '12' });
    expect(errorOf('participants')).toBe('');
  });

  it('S0-14 S0-47 adds nothing to a booking of any other resource, and lets it be saved as it is', () => {
    const toRoom = (page: Document): void => {
      for (const option of deepAll(page, 'option')) if (option.textContent?.includes('Licence')) option.replaceChildren('Bureau polyvalent');
      for (const input of deepAll<HTMLInputElement>(page, 'input[value^="Licence"]')) input.value = 'Bureau polyvalent';
    };
    const { shown, save, title, freeText, isTaken } = openForm(family, { prepare: toRoom });
    const before = shown.body.textContent;
    save();
    expect(deep(shown, '[data-passerelle]')).toBeNull();
    expect(shown.body.textContent).toBe(before);
    expect([title().value, freeText().value, isTaken()]).toEqual(['Forum', '', false]);
  });

  it('U1 Enter in our own fields saves as Enter in the portal’s would, past the same guard', () => {
    const { type, control, saved, errorOf, isTaken } = openForm(family);
    const enter = (): void => void control('presenterName').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    type({ ...good, participants: 'mille' });
    enter();
    expect([errorOf('participants'), saved, isTaken()]).toEqual(['Écrivez le nombre de participants en chiffres, par exemple 1 200.', [], false]);
    type({ participants: '1 200' });
    enter();
    expect(isTaken()).toBe(true);
  });

  it('U20 loses nothing when the portal throws its form away and draws it again', async () => {
    const { type, shown, page, control } = openForm(family);
    type({ participants: '42', presenterName: 'Anne Roy' });
    const form = deep(shown, 'form') ?? deep(shown, 'textarea')!.parentElement!.parentElement!;
    form.replaceWith(drawnAnew(form));
    page.redrawn();
    await vi.waitFor(() => expect(deepAll(shown, 'passerelle-facts')).toHaveLength(1));
    expect([control('participants').value, control('presenterName').value]).toEqual(['42', 'Anne Roy']);
  });
});

describe('the three facts', () => {
  it('U2 take the focus even when the portal has thrown them away at that very moment', () => {
    const { type, save, control, block, shown } = openForm('classic');
    type({ ...good, participants: '0' });
    shown.querySelector('passerelle-facts')!.closest('tr')!.remove();
    save();
    expect(block('facts')!.activeElement).toBe(control('participants'));
  });

  it.each([
    ['an empty name', { name: '' }, 'name', 'Inscrivez le nom exact de la rencontre.'],
    ['201 characters', { name: 'a'.repeat(201) }, 'name', 'Le nom est trop long : 201 caractères, alors que Zoom en accepte 200 au plus.'],
    ['a control character', { name: 'Forum\u0007' }, 'name', 'Le nom contient un caractère invisible (tabulation, saut de ligne ou autre). Retapez-le.'],
    ['0 participants', { participants: '0' }, 'participants', 'Inscrivez au moins 1 participant.'],
    ['5 001 participants', { participants: '5001' }, 'participants', 'La licence accepte 5 000 participants au plus.'],
    ['« mille »', { participants: 'mille' }, 'participants', 'Écrivez le nombre de participants en chiffres, par exemple 1 200.'],
    ['no presenter', { presenterName: ' ' }, 'presenterName', 'Inscrivez le nom de la personne qui présentera.'],
  ])('U2 %s keeps the booking from being saved, says why under the field and goes there', (_what, wrong, field, sentence) => {
    const { type, save, saved, errorOf, control, isTaken, freeText, block } = openForm('classic');
    type({ ...good, ...wrong });
    save();
    expect(errorOf(field)).toBe(sentence);
    expect(control(field).getAttribute('aria-invalid')).toBe('true');
    expect(block('facts')!.activeElement).toBe(control(field));
    expect([saved, isTaken(), freeText().value]).toEqual([[], false, '']);
  });

  it('outlive a reload of the page, wrong answers included', () => {
    const before = openForm('classic');
    before.type({ participants: 'mille' });
    before.stop();
    expect(openForm('classic').control('participants').value).toBe('mille');
  });

  it('are taken from the block of a booking that is being changed, and keep its reason', () => {
    const block = printDetails({ name: 'Assemblée', participants: 900, presenter: { name: 'Luc Roy', email: null } }, { establishment: 'CISSS des Îles', reason: 'Tous les cadres' });
    const { control, save, freeText } = openForm('classic', { prepare: (page) => { page.querySelector('textarea')!.value = block; } });
    expect([control('name').value, control('participants').value, control('establishmentId').value]).toEqual(['Assemblée', '900', 'cisss-iles']);
    save();
    expect(parseDetails(freeText().value)).toMatchObject({ intact: true, reason: 'Tous les cadres' });
  });

  it('follow the portal’s own title until another name is written', async () => {
    const { control, title, type } = openForm('classic');
    const retitle = (text: string): void => {
      title().value = text;
      title().dispatchEvent(new Event('input', { bubbles: true }));
    };
    const field = title();
    retitle('Forum annuel');
    await vi.waitFor(() => expect(control('name').value).toBe('Forum annuel'));
    type({ name: 'Mon nom' });
    field.value = 'Autre';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(control('name').value).toBe('Mon nom');
  });

  it('are forgotten once the booking was saved and another begins at the same address', () => {
    const drafts = createDrafts(() => sessionStorage);
    const first = openForm('classic', { drafts });
    first.type(good);
    first.save();
    first.stop();
    const next = openForm('classic', { drafts, prepare: (page) => { page.querySelector<HTMLInputElement>('#a2')!.value = ''; } });
    expect([next.control('name').value, next.control('participants').value]).toEqual(['', '']);
  });

  it('come back when the portal itself refuses the booking', () => {
    const drafts = createDrafts(() => sessionStorage);
    const first = openForm('classic', { drafts });
    first.type(good);
    first.save();
    first.stop();
    const next = openForm('classic', { drafts, prepare: (page) => { page.querySelector<HTMLInputElement>('#a2')!.value = good.name; } });
    expect(next.control('participants').value).toBe('1 200');
  });

  it('leave a free text that cannot hold the block as it was; the worker has the facts', () => {
    const { type, save, freeText, isTaken } = openForm('classic', { prepare: (page) => {
      page.querySelector('textarea')!.value = 'Court';
      page.querySelector('textarea')!.setAttribute('maxlength', '40');
    } });
    type(good);
    save();
    expect([freeText().value, isTaken()]).toEqual(['Court', true]);
  });

  it('cut the title as the portal would when it takes less than the name', () => {
    const { type, save, title } = openForm('classic', { prepare: (page) => page.querySelector('#a2')!.setAttribute('maxlength', '10') });
    const field = title();
    type({ ...good, name: 'Forum des cadres du réseau' });
    save();
    expect(field.value).toBe('Forum des');
  });

  it('S0-15 stay, and come back after a reload, when the portal cut the title, could not hold the block and refuses the booking', () => {
    const drafts = createDrafts(() => sessionStorage);
    const typed = { name: 'Forum des cadres du réseau', participants: '1 200', presenterName: 'Anne Roy' };
    const short = (page: Document): void => {
      page.querySelector('#a2')!.setAttribute('maxlength', '10');
      page.querySelector('textarea')!.setAttribute('maxlength', '40');
    };
    const first = openForm('classic', { drafts, prepare: short });
    const heldBy = ({ control }: typeof first): string[] => Object.keys(typed).map((field) => control(field).value);
    first.type(typed);
    first.save();
    first.page.redrawn();
    expect(heldBy(first)).toEqual(Object.values(typed));
    first.stop();
    const next = openForm('classic', { drafts, prepare: (page) => { short(page); page.querySelector<HTMLInputElement>('#a2')!.value = 'Forum des'; } });
    expect(heldBy(next)).toEqual(Object.values(typed));
  });

  it('T6 are asked for when the licence is booked together with rooms', () => {
    const { control } = openForm('classic', { prepare: (page) => {
      const select = page.querySelector('select')!;
      select.multiple = true;
      const room = page.createElement('option');
      room.textContent = 'Bureau polyvalent';
      room.selected = true;
      select.prepend(room);
      select.querySelectorAll('option').forEach((option) => (option.selected = option.textContent !== ''));
    } });
    expect(control('participants')).not.toBeNull();
  });

  it('F02 say what the request does to the share, and that it is over', () => {
    const known = [reading(booking({ number: '9', establishmentId: 'cisss-cote-nord', start: NINE + 24 * HOUR, end: NINE + 26 * HOUR }))];
    const total = (hours: number) => ({ cards: [{ ...startOn([], '').portal.cards[0]!, quota: { unit: 'hours' as const, period: 'fiscalYear' as const, total: hours, at80: 'warn' as const, at100: 'warn' as const } }] });
    expect(openForm('classic', { known }).words('facts')).toContain('Après cette demande : au moins 3 h 30 CISSS de la Côte-Nord, du 1er avr. 2026 au 31 mars 2027.');
    expect(openForm('classic', { known, settings: total(90) }).words('facts')).toContain('Après cette demande : au moins 3 h 30 sur 10 h');
    expect(openForm('classic', { known, settings: total(9) }).words('facts')).toContain('Part dépassée : au moins 2 h 30.');
  });

  it('F01 E-3 with 250 participants save only after « Garder quand même » and a reason, which the block and the worker carry', () => {
    const { type, save, saved, words, block, isTaken, freeText, sent, control } = openForm('classic');
    type({ ...good, participants: '250' });
    save();
    expect([saved, isTaken()]).toEqual([[], false]);
    expect(words('facts')).toContain('La licence nominative de 300 suffit');
    expect(block('facts')!.activeElement).toBe(control('keep'));
    control('keep').click();
    expect(block('facts')!.activeElement).toBe(control('reason'));
    type({ reason: 'trop' });
    save();
    expect(isTaken()).toBe(false);
    type({ reason: 'Séance ouverte au public' });
    save();
    expect(parseDetails(freeText().value)).toMatchObject({ intact: true, reason: 'Séance ouverte au public', facts: { participants: 250 } });
    expect(sent.find(({ type: kind }) => kind === 'overlay.saved')).toMatchObject({ booking: { reason: 'Séance ouverte au public' } });
  });

  it.each(['at80', 'at100'] as const)('E-3 a reason that the quota asks for (%s) is in the block and goes to the worker, for the approver', (when) => {
    const quota = { unit: 'hours' as const, period: 'fiscalYear' as const, total: when === 'at80' ? 15 : 9, at80: 'warn' as const, at100: 'warn' as const, [when]: 'askReason' };
    const { type, save, isTaken, freeText, sent } = openForm('classic', { settings: { cards: [{ ...startOn([], '').portal.cards[0]!, quota }] } });
    type(good);
    save();
    expect(isTaken()).toBe(false);
    type({ reason: 'Assemblée annuelle des membres' });
    save();
    expect(isTaken()).toBe(true);
    expect(parseDetails(freeText().value)).toMatchObject({ intact: true, reason: 'Assemblée annuelle des membres' });
    expect(sent.find(({ type: kind }) => kind === 'overlay.saved')).toMatchObject({ booking: { reason: 'Assemblée annuelle des membres' } });
  });

  it('E-3 a reason that was given comes back with the booking, and nobody is asked again', () => {
    const block = printDetails({ name: 'Séance', participants: 250, presenter: { name: 'Luc Roy', email: null } }, { establishment: 'CISSS des Îles', reason: 'Séance ouverte au public' });
    const { control, save, isTaken, freeText } = openForm('classic', { prepare: (page) => { page.querySelector('textarea')!.value = block; } });
    expect((control('reason') as unknown as HTMLTextAreaElement).value).toBe('Séance ouverte au public');
    save();
    expect([isTaken(), parseDetails(freeText().value)?.reason]).toEqual([true, 'Séance ouverte au public']);
  });

  it('E-3 refuse a request that the rules do not accept, say why, and go to the hours', () => {
    const cards = [{ ...startOn([], '').portal.cards[0]!, quota: { unit: 'hours' as const, period: 'fiscalYear' as const, total: 9, at80: 'warn' as const, at100: 'refuse' as const } }];
    const { type, save, isTaken, words, shown, portal } = openForm('classic', { settings: { cards } });
    type(good);
    save();
    expect(isTaken()).toBe(false);
    expect(words('facts')).toMatch(/Un point est à corriger avant d’enregistrer : ?Cette demande n’est pas acceptée : au moins 1 h 30 sur 1 h pour le CISSS de la Côte-Nord/u);
    expect(shown.activeElement).toBe(portal.find('start'));
  });

  it('F07 write the rehearsal into the booking when it is wanted, and only then', () => {
    const { type, save, block, freeText } = openForm('classic');
    type({ ...good, participants: '5 000' });
    const box = block('facts')!.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    save();
    expect(parseDetails(freeText().value)?.rehearsal).toBeNull();
    box.click();
    save();
    expect(parseDetails(freeText().value)).toMatchObject({ intact: true, rehearsal: expect.stringMatching(/^lundi 23 novembre 2026, de 09.h.00 à 09.h.30 \(Licence nominative de 300\)$/u) });
  });

  it('F04 fill a free moment into the portal’s own fields, and one press puts everything back', async () => {
    const withHours = (page: Document): void => page.querySelectorAll('select').forEach((select, place) => place > 0 && ['11:00', '12:30'].forEach((hour) => select.append(Object.assign(page.createElement('option'), { value: hour, textContent: hour }))));
    const { block, portal, words } = openForm('classic', { known: [reading(booking({ number: '9', start: NINE - 3 * HOUR, end: NINE + 2 * HOUR }))], prepare: withHours });
    const before = portal.readForm();
    const press = (text: RegExp): void => [...block('conflict')!.querySelectorAll('button')].find((one) => text.test(plain(one.textContent)))!.click();
    press(/^mardi 24 novembre 2026, de 11 h 00 à 12 h 30$/u);
    expect(portal.readForm()).toMatchObject({ start: NINE + 2 * HOUR, end: NINE + 3.5 * HOUR });
    await vi.waitFor(() => expect(words('conflict')).toContain('Le formulaire est rempli'));
    expect(words('conflict')).toContain('Aucun conflit connu');
    press(/^Remettre mon choix$/u);
    expect(portal.readForm()).toEqual(before);
    expect(words('conflict')).toContain('Votre choix est remis comme avant.');
  });

  it('F04 change nothing when the portal does not offer that hour, and say so', () => {
    const { block, portal, words } = openForm('classic', { known: [reading(booking({ number: '9', start: NINE, end: NINE + 2 * HOUR }))] });
    const before = portal.readForm();
    [...block('conflict')!.querySelectorAll('button')].find((one) => plain(one.textContent).startsWith('mardi 24'))!.click();
    expect(portal.readForm()).toEqual(before);
    expect(words('conflict')).toContain('Le portail n’a pas pris ce moment. Rien n’a été changé');
  });

  it('F04 A5 ask the worker to tell when the slot is freed, and no longer', () => {
    const { block, sent, words } = openForm('classic', { known: [reading(booking({ number: '9' }))] });
    const press = (text: string): void => [...block('conflict')!.querySelectorAll('button')].find((one) => one.textContent === text)!.click();
    press('M’avertir si cette plage se libère');
    expect(words('conflict')).toContain('Passerelle vous avertira');
    press('Ne plus m’avertir');
    const slot = { type: 'overlay.wait', serviceId: 'web5000', start: NINE, end: NINE + 1.5 * HOUR };
    expect(sent.filter(({ type: kind }) => kind === 'overlay.wait')).toEqual([{ ...slot, wait: true }, { ...slot, wait: false }]);
  });

  it('U3 do not call a conflict the booking that is being changed, nor our own request that the portal refused', () => {
    const own = booking({ number: null, title: 'Forum des cadres', establishmentId: 'cisss-cote-nord', end: NINE + 1.5 * HOUR, status: 'pending' });
    const { type, words } = openForm('classic', { known: [reading(own)] });
    type(good);
    expect(words('conflict')).toBe('Aucun conflit connu à ce moment.');
  });

  it('U3 hear of a conflict that the worker learns of meanwhile, and ask again on a press', async () => {
    const { readings, words, block, refreshes } = openForm('classic');
    readings.value = [reading(booking({ number: '9' }))];
    await vi.waitFor(() => expect(words('conflict')).toContain('Conflit'));
    [...block('conflict')!.querySelectorAll('button')].find((one) => one.textContent === 'Vérifier de nouveau')!.click();
    expect(refreshes).toEqual(['refresh']);
  });

  it('give the hours back what they said once another moment is chosen', async () => {
    const { readings, save, type, portal } = openForm('classic', { known: [reading(booking({ number: '9' }))] });
    type(good);
    save();
    expect(portal.find('start')!.getAttribute('aria-invalid')).toBe('true');
    readings.value = [];
    await vi.waitFor(() => expect(portal.find('start')!.hasAttribute('aria-invalid')).toBe(false));
  });

  it('are another form’s at another address', () => {
    openForm('classic').type({ participants: '7' });
    expect(openForm('classic', { address: FORM_ADDRESS.replace('24', '25') }).control('participants').value).toBe('');
  });

  describe('U20 when the portal changes its address while the form stands', () => {
    const typed = { name: 'Forum des cadres', participants: '1200', presenterName: 'Anne Roy' };
    const elsewhere = FORM_ADDRESS.replace('24', '25');
    const emptied = (page: Document): void => { page.querySelector<HTMLInputElement>('#a2')!.value = ''; };
    const openTyped = (options: PageOptions = {}) => {
      const form = openForm('classic', options);
      form.type(typed);
      const goTo = async (address: string): Promise<void> => {
        form.place.address = address;
        form.page.redrawn();
        await new Promise((resolve) => requestAnimationFrame(resolve));
      };
      const held = (): string[] => Object.keys(typed).map((field) => form.control(field).value);
      return { ...form, goTo, held };
    };

    it.each([['with its own title', () => undefined], ['with no title yet', emptied]])('stay as they were typed, %s, and after a reload there', async (_how, prepare) => {
      const { goTo, held, stop } = openTyped({ prepare });
      await goTo(elsewhere);
      expect(held()).toEqual(Object.values(typed));
      stop();
      expect(openForm('classic', { address: elsewhere, prepare }).control('participants').value).toBe('1200');
    });

    it('stay when the saved booking is shown where it was saved, with the number that it got', async () => {
      const { goTo, held, save, isTaken, shown } = openTyped({ prepare: (page) => page.querySelector('textarea')!.closest('tr')!.remove() });
      save();
      expect(isTaken()).toBe(true);
      const number = shown.createElement('p');
      number.append('Numéro 2026-0099');
      shown.querySelector('form')!.append(number);
      await goTo(FORM_ADDRESS.replace('nouvelle?date=2026-11-24', '2026-0099'));
      expect(held()).toEqual(Object.values(typed));
    });

    it('stay when the portal writes the title itself into the address, letter by letter', async () => {
      const { goTo, held, title } = openTyped();
      title().value = 'Forum !';
      await goTo(`${FORM_ADDRESS}&titre=Forum!`);
      expect(held()).toEqual(Object.values(typed));
    });

    it('are another booking’s where one with a number bears the same title, and are found again in their own form', async () => {
      const { goTo, held, shown, title } = openTyped({ prepare: (page) => page.querySelector('textarea')!.closest('tr')!.remove() });
      const number = shown.createElement('p');
      number.append('Numéro 2026-0099');
      shown.querySelector('form')!.append(number);
      drawTitle(shown);
      expect(title().value).not.toBe('');
      await goTo(FORM_ADDRESS.replace('nouvelle?date=2026-11-24', '2026-0099'));
      expect(held()).toEqual([title().value, '', '']);
      number.remove();
      await goTo(FORM_ADDRESS);
      expect(held()).toEqual(Object.values(typed));
    });

    const drawTitle = (page: Document): void => page.querySelector('#a2')!.replaceWith(drawnAnew(page.querySelector('#a2')!));
    it.each<[string, string, (page: Document) => void, string, ((page: Document) => void)?]>([
      ['another title under another path', elsewhere.replace('nouvelle', '7/modifier'), (page) => { page.querySelector<HTMLInputElement>('#a2')!.value = 'Comité'; }, 'Comité'],
      ['a title that was emptied', elsewhere, emptied, ''],
      ['an empty title that was drawn anew', elsewhere, (page) => { drawTitle(page); emptied(page); }, '', emptied],
    ])('are another booking’s with %s', async (_how, address, change, name, prepare = () => undefined) => {
      const { goTo, held, shown } = openTyped({ prepare });
      change(shown);
      await goTo(address);
      expect(held()).toEqual([name, '', '']);
    });
  });

  it('take everything of theirs out of the page when they stop, and guard nothing more', () => {
    const { shown, stop, save, saved } = openForm('classic');
    stop();
    save();
    expect(shown.querySelector('[data-passerelle]')).toBeNull();
    expect(saved).toEqual(['submit']);
  });
});
