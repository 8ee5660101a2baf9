/** One booking form while it is filled in: what the portal holds, what our fields hold, and what is said of both. */
import { signal as createSignal, type ReadonlySignal } from '@preact/signals';
import { factsFields, type FactsFieldName, type TypedFieldName } from '../../components/overlay/FactsForm.tsx';
import { sameText } from '../domain/text.ts';
import { offeredServices } from '../portal/fill.ts';
import type { BookingForm } from '../portal/page.ts';
import { readForm as readPortalForm } from '../portal/read/form.ts';
import type { ServiceCard } from '../services/card.ts';
import { checkBooking, type BookingAnswer } from './booking-check.ts';
import type { OverlayContext } from './context.ts';
import type { Choices } from './drafts.ts';
import { beginEntry, followTitle, formKey, type Entry } from './facts-entry.ts';

export interface Desk {
  key: string;
  form: BookingForm;
  /** Where it stands: the portal's own field of the title, and the path of the address. By them a form is known again at another one. */
  place: { field: HTMLElement | null; path: string };
  card: ServiceCard;
  entry: Entry;
  /** Fields whose errors are shown: those that were left, and all after a save that did not happen. */
  left: ReadonlySet<FactsFieldName>;
  /** A save was stopped: the summary stands until nothing is wrong. */
  stopped: boolean;
  /** The title that the portal's form held when a save was let through, perhaps cut; null: none was. */
  saved: string | null;
}

export interface FactsDesk {
  /** Null until a form books a service. */
  now: ReadonlySignal<Desk | null>;
  /** The form, when it books a service. */
  readForm(): BookingForm | null;
  /** Takes over what the portal's form says now. */
  look(): void;
  input(field: TypedFieldName, value: string): void;
  /** « Garder quand même », or the rehearsal. */
  choose(choice: Partial<Choices>): void;
  leave(field: FactsFieldName): void;
  /** After a save that was stopped, or let through. */
  stop(): void;
  save(): void;
  answer(desk: Desk): BookingAnswer;
}

export function openDesk(context: OverlayContext): FactsDesk {
  const { portal, drafts, settings, translate, language, known } = context;
  const now = createSignal<Desk | null>(null);
  const cardOf = (form: BookingForm): ServiceCard | undefined => settings.cards.find(({ id }) => id === form.serviceId);

  const placeNow = (): Desk['place'] => ({ field: portal.find('title'), path: new URL(portal.url()).pathname });
  const begin = (key: string, form: BookingForm, card: ServiceCard): Desk => {
    const draft = drafts.read(key);
    const entry = beginEntry(form, draft, settings.roster, settings.person.establishmentId);
    if (draft?.submitted === true) drafts.remove(key);
    return { key, form, place: placeNow(), card, entry, left: new Set(), stopped: false, saved: null };
  };
  /**
   * A portal may write what one chooses into its address, or the number that it gives a booking: what was typed goes along.
   * Another booking's form has another number, another title under another path, or an empty one where there was none before;
   * one that is known by a number and was not typed in here may well bear the same title.
   */
  const isStill = ({ form: before, place, saved }: Desk, form: BookingForm): boolean => {
    const title = form.title ?? '';
    const { field, path } = placeNow();
    if (before.number !== null && before.number !== form.number) return false;
    if (title === '') return saved === null && (before.title ?? '') === '' && field === place.field;
    if (saved !== null) return sameText(title, saved);
    if (title === before.title && before.number === form.number) return true;
    return field === place.field && path === place.path;
  };
  const moveDraft = (from: string, to: string): void => {
    const draft = drafts.read(from);
    if (draft === null) return;
    drafts.remove(from);
    drafts.write(to, draft);
  };
  /** Saved, and the portal shows an empty form at the same address: that is another booking. */
  const isOver = ({ saved }: Desk, form: BookingForm): boolean => saved !== null && !sameText(form.title ?? '', saved);

  const readForm = (): BookingForm | null => {
    const form = readPortalForm(portal);
    return form !== null && cardOf(form) !== undefined ? form : null;
  };
  const update = (change: (desk: Desk) => Partial<Desk>): void => {
    const desk = now.peek();
    if (desk !== null) now.value = { ...desk, ...change(desk) };
  };
  const type = (entry: Entry): void => {
    update(() => ({ entry, saved: null }));
    const desk = now.peek();
    if (desk !== null) drafts.write(desk.key, { ...entry, submitted: false });
  };
  /** The service itself, and what the form's own list offers besides. */
  const offered = (card: ServiceCard): ServiceCard[] => {
    const ids = offeredServices(portal);
    return settings.cards.filter(({ id }) => id === card.id || ids.includes(id));
  };
  return {
    now,
    readForm,
    look() {
      const form = readForm();
      const card = form === null ? undefined : cardOf(form);
      if (form === null || card === undefined) return;
      const key = formKey(portal.id, form, portal.url());
      const desk = now.peek();
      if (desk === null || isOver(desk, form) || (desk.key !== key && !isStill(desk, form))) {
        now.value = begin(key, form, card);
        return;
      }
      if (desk.key !== key) moveDraft(desk.key, key);
      update(() => ({ key, form, place: placeNow(), card, entry: followTitle(desk.entry, desk.form.title ?? '', form.title ?? '') }));
    },
    input(field, value) {
      const entry = now.peek()?.entry;
      if (entry === undefined) return;
      type(field === 'establishmentId' || field === 'reason' || field === 'planB' ? { ...entry, [field]: value } : { ...entry, typed: { ...entry.typed, [field]: value } });
    },
    choose(choice) {
      const entry = now.peek()?.entry;
      if (entry !== undefined) type({ ...entry, ...choice });
    },
    leave: (field) => update(({ left }) => ({ left: new Set([...left, field]) })),
    stop: () => update(() => ({ left: new Set(factsFields), stopped: true })),
    save() {
      const desk = now.peek();
      if (desk === null) return;
      const title = readForm()?.title || desk.entry.typed.name;
      update(() => ({ stopped: false, saved: title }));
      drafts.write(desk.key, { ...desk.entry, submitted: true, title });
    },
    answer: ({ form, card, entry }) =>
      checkBooking(
        {
          portal: portal.id, form, card, cards: settings.cards, offered: () => offered(card), resource: form.resource ?? card.name, ...entry,
          roster: settings.roster, person: settings.person, readings: known.value, past: settings.past, now: context.now(),
        },
        { translate, language },
      ),
  };
}
