/**
 * A calibrated profile as a file that people exchange: what was taught, over which profile, with a fingerprint of the
 * content, so that a file that was altered is refused and not half believed. Pure but for the digest.
 */
import * as z from 'zod/mini';
import { profilePatch, type ProfilePatch } from '../portal/profile.ts';
import { contentProblem, openFile, toPlace, writeFile, type ContentProblem, type FileOrigin, type FileProblem, type Place } from '../state/json-file.ts';
import { hashOf } from './canonical.ts';

const FORMAT = 'passerelle-profile';
const VERSION = 1;
/** Twelve ways to each of fifty anchors need a tenth of this. */
export const PROFILE_MAXIMUM = 500_000;
const kind = { format: FORMAT, version: VERSION, maximum: PROFILE_MAXIMUM };

export interface ProfileFile {
  /** Of the portal that it was taught on: a hint for people, and no permission. */
  origin: string;
  patch: ProfilePatch;
}

export type ProfileProblem =
  | FileProblem
  | ContentProblem
  /** A selector or a pattern that a page would pay for. */
  | { code: 'costly'; place: Place }
  | { code: 'altered' };

export type ProfileAnswer = { ok: true; file: ProfileFile; hash: string } | { ok: false; problem: ProfileProblem };

/** The file's text. */
export async function toProfileFile({ origin, patch }: ProfileFile, from: FileOrigin): Promise<string> {
  const content = { origin, profile: patch };
  return writeFile(kind, from, { hash: await hashOf(content), ...content });
}

const body = z.lazy(() => z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  exportedAt: z.string().check(z.maxLength(40)),
  extensionVersion: z.string().check(z.maxLength(40)),
  hash: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/u)),
  origin: z.string().check(z.maxLength(300)),
  profile: profilePatch,
}));

const refuse = (problem: ProfileProblem): ProfileAnswer => ({ ok: false, problem });

/** Messages by which the profile's schema says that a pattern costs too much. */
const costly: readonly string[] = ['selector', 'stars'];

type Issue = z.core.$ZodIssue;

/** The deepest issue: of a union, the one of the member that was meant. */
function innermost(issue: Issue, before: Place): { issue: Issue; place: Place } {
  const place = [...before, ...toPlace(issue.path)];
  const inner = issue.code === 'invalid_union' ? issue.errors.flat()[0] : undefined;
  return inner ? innermost(inner, place) : { issue, place };
}

function problemOf(content: unknown, issues: readonly Issue[]): ProfileProblem {
  const [first] = issues;
  if (first === undefined) return { code: 'notOurs' };
  const { issue, place } = innermost(first, []);
  if (issue.code === 'invalid_key') return { code: 'unknownKey', place: place.slice(0, -1), key: String(place.at(-1) ?? '') };
  if (issue.code === 'custom' && costly.includes(issue.message)) return { code: 'costly', place };
  return contentProblem(content, issue, place);
}

/** Reads a file and believes nothing of it that its fingerprint does not cover. Never throws. */
export async function readProfileFile(text: string): Promise<ProfileAnswer> {
  const opened = openFile(text, kind);
  if (!opened.ok) return opened;
  const parsed = body.safeParse(opened.content);
  if (!parsed.success) return refuse(problemOf(opened.content, parsed.error.issues));
  const { hash, origin, profile } = parsed.data;
  if (hash !== (await hashOf({ origin, profile }))) return refuse({ code: 'altered' });
  return { ok: true, file: { origin, patch: profile }, hash };
}
