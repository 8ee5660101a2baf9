/** Zoom's answers, read with suspicion: objects are open, and only what we use is looked at (zoom.md § 1.2). */
import * as z from 'zod';
import { markerOf } from './agenda.ts';
import { safeLink } from './base.ts';
import type { ConferenceKind, CreatedConference } from './types.ts';

/** A number today, text in some events: text for us (Z64). */
export const zoomId = z.union([z.number().int().positive().safe(), z.string().regex(/^\d{6,20}$/u)]).transform(String);

const instant = z.string().transform((text, context) => {
  const value = Date.parse(text);
  if (Number.isFinite(value)) return value;
  context.addIssue({ code: 'custom', message: 'instant' });
  return z.NEVER;
});

const link = z.string().max(2000).refine((text) => safeLink(text) !== null, 'link');

const dialInNumbers = z
  .array(z.object({ number: z.string().max(60), country: z.string().max(10).catch('') }))
  .transform((list) => list.slice(0, 20))
  .catch([]);

const settings = z.looseObject({ global_dial_in_numbers: dialInNumbers.optional() });
export type ReturnedSettings = z.infer<typeof settings>;

/** One conference as POST and GET give it. */
export const conferenceAnswer = z.object({
  id: zoomId,
  topic: z.string().catch(''),
  type: z.number().optional(),
  status: z.string().optional().catch(undefined),
  agenda: z.string().catch(''),
  start_time: instant.optional().catch(undefined),
  duration: z.number().nonnegative().optional().catch(undefined),
  created_at: instant.optional().catch(undefined),
  join_url: link,
  start_url: link.optional().catch(undefined),
  password: z.string().optional().catch(undefined),
  settings: settings.optional().catch(undefined),
});
export type ConferenceAnswer = z.infer<typeof conferenceAnswer>;

/** Of `GET /meetings/{uuid}/recordings`, only what a person needs to open it. */
export const recordingAnswer = z.object({ share_url: link, password: z.string().max(100).optional().catch(undefined) });

export const rowAnswer = conferenceAnswer.omit({ settings: true, start_url: true, password: true }).extend({ join_url: z.string().catch('') });
export type RowAnswer = z.infer<typeof rowAnswer>;

export const panelistsAnswer = z.object({
  panelists: z.array(z.object({ email: z.string().catch(''), join_url: link.optional().catch(undefined) })).catch([]),
});

export const userAnswer = z.object({ id: z.string(), type: z.number().catch(0), status: z.string().catch('active') });

export const featuresAnswer = z.object({
  feature: z
    .object({
      webinar: z.boolean().catch(false),
      webinar_capacity: z.number().catch(0),
      large_meeting: z.boolean().catch(false),
      large_meeting_capacity: z.number().catch(0),
      meeting_capacity: z.number().catch(0),
    })
    .catch({ webinar: false, webinar_capacity: 0, large_meeting: false, large_meeting_capacity: 0, meeting_capacity: 0 }),
});

export const securityAnswer = z.object({
  meeting_security: z
    .object({
      meeting_password_requirement: z
        .object({
          length: z.number().catch(0),
          have_special_character: z.boolean().catch(false),
          only_allow_numeric: z.boolean().catch(false),
          consecutive_characters_length: z.number().catch(0),
        })
        .optional(),
    })
    .catch({}),
});

/** @param presenterLink known only from the panelists */
export const conferenceOf = (kind: ConferenceKind, answer: ConferenceAnswer, differences: string[], presenterLink: string | null): CreatedConference => ({
  kind,
  id: answer.id,
  joinLink: answer.join_url,
  passcode: answer.password === undefined || answer.password === '' ? null : answer.password,
  dialIn: answer.settings?.global_dial_in_numbers ?? [],
  differences,
  createdAt: answer.created_at ?? 0,
  presenterLink,
  topic: answer.topic,
  start: answer.start_time ?? null,
  duration: answer.duration ?? null,
  marker: markerOf(answer.agenda),
});

/** A row of a list holds neither passcode nor settings. */
export const conferenceOfRow = (kind: ConferenceKind, row: RowAnswer): CreatedConference =>
  conferenceOf(kind, { ...row, settings: undefined, password: undefined, start_url: undefined }, [], null);
