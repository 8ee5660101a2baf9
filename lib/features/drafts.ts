/**
 * What a person has typed in our fields, kept while the portal redraws or reloads its form. It stays in
 * this tab and goes with it; it is dropped once the portal has taken the booking.
 */
import { factFields, type TypedFacts } from '../domain/facts.ts';
import type { PageKind } from '../portal/page.ts';

/** What a person decides besides the facts. */
export interface Choices {
  /** Why this licence, or why so much of it; asked for only when the rules say so. */
  reason: string;
  /** « Garder quand même » (F01). */
  keep: boolean;
  /** The proposed rehearsal goes into the booking (F07). */
  rehearsal: boolean;
  /** What is done when the connection is lost; asked for only by some services (S4-26). */
  planB: string;
  /** One keeps to the charter when the meeting is recorded (S2-25). */
  charter: boolean;
}

export const noChoices: Choices = { reason: '', keep: false, rehearsal: false, planB: '', charter: false };

export interface Draft extends Choices {
  typed: TypedFacts;
  /** Empty when none is chosen. */
  establishmentId: string;
  /** A save was let through: the next empty form is another booking's. */
  submitted: boolean;
  /** The portal's own title at that moment, where the name may stand cut; absent: it is the name. */
  title?: string;
  /** The portal went on to another page after that: a sign-in that it asks for later says nothing of this save. */
  answered?: boolean;
}

export interface Drafts {
  read(form: string): Draft | null;
  write(form: string, draft: Draft): void;
  remove(form: string): void;
  /** The portal shows a page of this kind. One that asks for a password right after a save has taken nothing: what was typed stands. */
  meet(kind: PageKind | null): void;
  /**
   * This document was just loaded: reached from another host right after a save, it is the way back from a sign-in there,
   * which has taken nothing either.
   * @param from the document's referrer, empty when the browser or the other host tells none
   * @param address of this document
   */
  arrive(from: string, address: string): void;
}

const PREFIX = 'passerelle:draft:';

function parse(text: string | null): Draft | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Draft> | null;
    const typed = value?.typed;
    if (typed === undefined || typed === null || !factFields.every((field) => typeof typed[field] === 'string')) return null;
    return {
      typed: { name: typed.name, participants: typed.participants, presenterName: typed.presenterName, presenterEmail: typed.presenterEmail },
      establishmentId: typeof value?.establishmentId === 'string' ? value.establishmentId : '',
      reason: typeof value?.reason === 'string' ? value.reason : noChoices.reason,
      keep: value?.keep === true,
      rehearsal: value?.rehearsal === true,
      planB: typeof value?.planB === 'string' ? value.planB : noChoices.planB,
      charter: value?.charter === true,
      submitted: value?.submitted === true,
      ...(value?.answered === true && { answered: true }),
      ...(typeof value?.title === 'string' && { title: value.title }),
    };
  } catch {
    return null;
  }
}

/** A browser may refuse a page its storage; the draft then lives as long as the page. */
const attempt = <Value>(action: () => Value): Value | null => {
  try {
    return action();
  } catch {
    return null;
  }
};

/** @param storage the tab's own, `() => window.sessionStorage`; called anew each time, since access itself may be refused */
export function createDrafts(storage: () => Storage): Drafts {
  const memory = new Map<string, Draft>();
  const read = (form: string): Draft | null => memory.get(form) ?? parse(attempt(() => storage().getItem(PREFIX + form)));
  const write = (form: string, draft: Draft): void => {
    memory.set(form, draft);
    attempt(() => storage().setItem(PREFIX + form, JSON.stringify(draft)));
  };
  const forms = (): Set<string> => {
    const kept = attempt(() => Object.keys(storage())) ?? [];
    return new Set([...memory.keys(), ...kept.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length))]);
  };
  const settle = (change: Pick<Draft, 'submitted'> | Pick<Draft, 'answered'>): void => {
    for (const form of forms()) {
      const draft = read(form);
      if (draft?.submitted === true && draft.answered !== true) write(form, { ...draft, ...change });
    }
  };
  return {
    read,
    write,
    meet(kind) {
      if (kind !== null && kind !== 'form') settle(kind === 'signIn' ? { submitted: false } : { answered: true });
    },
    arrive(from, address) {
      if (URL.canParse(from) && new URL(from).origin !== new URL(address).origin) settle({ submitted: false });
    },
    remove(form) {
      memory.delete(form);
      attempt(() => storage().removeItem(PREFIX + form));
    },
  };
}
