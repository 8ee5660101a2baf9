/**
 * A service card: one bookable conference service and its rules, as data (design.md).
 * Settings on which the five documents contradict each other live here, never in a global option.
 */
import * as z from 'zod/mini';
import { identifier, line, webAddress, emailAddress, paragraph } from '../contract/primitives.ts';
import { conferenceRules } from '../contract/rules.ts';

const minutes = (maximum: number) => z.number().check(z.int(), z.minimum(0), z.maximum(maximum));
const localDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u, 'date'));

export const quota = z.lazy(() => z.strictObject({
  unit: z.enum(['hours', 'count']),
  period: z.enum(['month', 'quarter', 'fiscalYear', 'calendarYear']),
  /** For all establishments together, in `unit`; shares divide it. Null: no quota is stated (S0 states none). */
  total: z.nullable(z.number().check(z.minimum(0), z.maximum(1_000_000))),
  /** What happens at each threshold, in per cent of an establishment's share. */
  at80: z.enum(['nothing', 'warn', 'askReason', 'refuse']),
  at100: z.enum(['nothing', 'warn', 'askReason', 'refuse']),
}));

export const link = z.lazy(() => z.strictObject({
  purpose: z.enum(['access', 'channel', 'help', 'training', 'download', 'charter', 'alternatives', 'ticket', 'video', 'portal']),
  label: line(120),
  address: webAddress,
}));

export const serviceCard = z.lazy(() => z.strictObject({
  id: identifier,
  /** The service id of the documents it stands for: S0 … S4; null for one of your own. */
  source: z.nullable(z.enum(['S0', 'S1', 'S2', 'S3', 'S4'])),
  name: line(200),
  /** Every spelling under which portals show it (S0-44). Compared without accents, case, dashes or spaces. */
  aliases: z.array(line(300)).check(z.maxLength(20)),
  /** Where it is found in the portal's tree: installation, then node (S0-39, S0-40). */
  installation: z.nullable(line(300)),
  treeNode: z.nullable(line(300)),
  capacity: z.number().check(z.int(), z.minimum(1), z.maximum(100_000)),
  concurrency: z.number().check(z.int(), z.minimum(1), z.maximum(1000)),
  access: z.enum(['shared', 'nominative']),
  approval: z.enum(['always', 'none', 'discussion']),
  invitations: z.enum(['requester', 'system', 'organiser']),
  secret: z.enum(['never', 'timedReveal']),
  /** Days that a recording is kept before it is gone; null when nothing is recorded. */
  recordingHours: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(87_600))),
  clinical: z.boolean(),
  required: z.strictObject({ name: z.boolean(), participants: z.boolean(), presenter: z.boolean(), planB: z.boolean() }),
  bufferBefore: minutes(240),
  bufferAfter: minutes(240),
  /** Local dates in Toronto, inclusive; null: no bound (S0-02). */
  availableFrom: z.nullable(localDate),
  availableUntil: z.nullable(localDate),
  /** Days on which the host has nobody to start a conference, both inclusive (F04). Absent: none. */
  blackouts: z.optional(z.array(z.strictObject({ from: localDate, until: localDate })).check(z.maxLength(100))),
  quota,
  rules: conferenceRules,
  checklist: z.array(line(300)).check(z.maxLength(40)),
  links: z.array(link).check(z.maxLength(40)),
  support: z.nullable(emailAddress),
  /** Domains of work addresses (S2-26): `exemple.ca`, and what is under it. Absent or empty: any address will do. */
  emailDomains: z.optional(z.array(line(120)).check(z.maxLength(50))),
  note: paragraph(2000),
}));
export type ServiceCard = z.infer<typeof serviceCard>;
