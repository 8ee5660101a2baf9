/**
 * Invitations that a person prepares to send later (S3-18), with the guests' addresses. They stay in this browser, are told to
 * nobody, and are forgotten once the event is over. Nothing of a clinical meeting comes here (S4-10).
 */
import * as z from 'zod/mini';
import type { Instant } from '../domain/booking.ts';
import { ADDRESSES_MAXIMUM } from '../domain/addresses.ts';
import { MESSAGE_MAXIMUM, voices } from '../domain/invitation.ts';
import { stored, type Stored } from './stored.ts';

/** `both`: French, then English. */
export const invitationLanguages = ['fr', 'en', 'both'] as const;

const draft = z.lazy(() => z.object({
  /** The end of the event, milliseconds since 1970 UTC. */
  end: z.number().check(z.minimum(0), z.maximum(8.64e15)),
  language: z.enum(invitationLanguages),
  voices: z.array(z.enum(voices)).check(z.minLength(1), z.maxLength(voices.length)),
  browserOnly: z.boolean(),
  message: z.string().check(z.maxLength(MESSAGE_MAXIMUM)),
  addresses: z.array(z.string().check(z.maxLength(320))).check(z.maxLength(ADDRESSES_MAXIMUM)),
}));
export type InvitationDraft = z.infer<typeof draft>;
/** By the booking's identity. */
export type InvitationDrafts = Record<string, InvitationDraft>;

/** Each draft for itself: one that is damaged takes no other with it. */
export function readInvitationDrafts(raw: unknown): InvitationDrafts {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) => {
      const parsed = draft.safeParse(value);
      return parsed.success ? [[key, parsed.data] as const] : [];
    }),
  );
}

export const invitationStore: Stored<InvitationDrafts> = stored('local', 'invitations', readInvitationDrafts);

/** @param change null throws the draft away; those of past events go with it */
export function withInvitation(known: InvitationDrafts, key: string, change: InvitationDraft | null, now: Instant): InvitationDrafts {
  const others = Object.entries(known).filter(([other, { end }]) => other !== key && end > now);
  return Object.fromEntries(change === null ? others : [...others, [key, change]]);
}
