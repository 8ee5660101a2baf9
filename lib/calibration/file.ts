/**
 * A calibrated profile as a file that people exchange: what was taught, over which profile, with a fingerprint of the
 * content, so that a file that was altered is refused and not half believed. Pure but for the digest.
 */
import * as z from 'zod/mini';
import { profilePatch, type ProfilePatch } from '../portal/profile.ts';
import { firstJsonMistake, lineAndColumn } from '../state/json-place.ts';
import { hashOf } from './canonical.ts';

export const PROFILE_FORMAT = 'passerelle-profile';
export const PROFILE_FORMAT_VERSION = 1;
/** Twelve ways to each of fifty anchors need a tenth of this. */
export const PROFILE_MAXIMUM = 500_000;

export interface ProfileFile {
  /** Of the portal that it was taught on: a hint for people, and no permission. */
  origin: string;
  patch: ProfilePatch;
}

export type Place = readonly (string | number)[];

export type ProfileProblem =
  | { code: 'tooLarge' }
  | { code: 'empty' }
  /** Line and column from 1. */
  | { code: 'notJson'; at: { line: number; column: number } }
  | { code: 'notOurs' }
  | { code: 'newer'; version: number }
  | { code: 'unknownKey'; place: Place; key: string }
  | { code: 'missing'; place: Place }
  | { code: 'value'; place: Place }
  /** A selector or a pattern that a page would pay for. */
  | { code: 'costly'; place: Place }
  | { code: 'altered' };

export type ProfileAnswer = { ok: true; file: ProfileFile; hash: string } | { ok: false; problem: ProfileProblem };

/** @param exportedAt milliseconds since 1970 UTC */
export async function toProfileFile({ origin, patch }: ProfileFile, { exportedAt, extensionVersion }: { exportedAt: number; extensionVersion: string }): Promise<string> {
  const content = { origin, profile: patch };
  const head = { format: PROFILE_FORMAT, version: PROFILE_FORMAT_VERSION, exportedAt: new Date(exportedAt).toISOString(), extensionVersion };
  return `${JSON.stringify({ ...head, hash: await hashOf(content), ...content }, null, 2)}\n`;
}

const envelope = z.object({ format: z.literal(PROFILE_FORMAT), version: z.number().check(z.int(), z.minimum(1)) });
const body = z.strictObject({
  format: z.literal(PROFILE_FORMAT),
  version: z.literal(PROFILE_FORMAT_VERSION),
  exportedAt: z.string().check(z.maxLength(40)),
  extensionVersion: z.string().check(z.maxLength(40)),
  hash: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/u)),
  origin: z.string().check(z.maxLength(300)),
  profile: profilePatch,
});

const refuse = (problem: ProfileProblem): ProfileAnswer => ({ ok: false, problem });

const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((inner, part) => (typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[part] : undefined), value);

/** Messages by which the profile's schema says that a pattern costs too much. */
const costly: readonly string[] = ['selector', 'stars'];

type Issue = z.core.$ZodIssue;

/** The deepest issue: of a union, the one of the member that was meant. */
function innermost(issue: Issue, before: Place): { issue: Issue; place: Place } {
  const place = [...before, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  const inner = issue.code === 'invalid_union' ? issue.errors.flat()[0] : issue.code === 'invalid_key' ? undefined : undefined;
  return inner ? innermost(inner, place) : { issue, place };
}

function problemOf(content: unknown, issues: readonly Issue[]): ProfileProblem {
  const [first] = issues;
  if (first === undefined) return { code: 'notOurs' };
  const { issue, place } = innermost(first, []);
  if (issue.code === 'unrecognized_keys') return { code: 'unknownKey', place, key: issue.keys[0] ?? '' };
  if (issue.code === 'invalid_key') return { code: 'unknownKey', place: place.slice(0, -1), key: String(place.at(-1) ?? '') };
  if (issue.code === 'custom' && costly.includes(issue.message)) return { code: 'costly', place };
  return { code: place.length > 0 && valueAt(content, place) === undefined ? 'missing' : 'value', place };
}

/** Reads a file and believes nothing of it that its fingerprint does not cover. Never throws. */
export async function readProfileFile(text: string): Promise<ProfileAnswer> {
  if (text.length > PROFILE_MAXIMUM) return refuse({ code: 'tooLarge' });
  const plain = text.replace(/^\uFEFF/u, '');
  if (plain.trim() === '') return refuse({ code: 'empty' });
  let content: unknown;
  try {
    content = JSON.parse(plain);
  } catch {
    return refuse({ code: 'notJson', at: lineAndColumn(plain, firstJsonMistake(plain) ?? plain.length) });
  }
  const wrapped = envelope.safeParse(content);
  if (!wrapped.success) return refuse({ code: 'notOurs' });
  if (wrapped.data.version > PROFILE_FORMAT_VERSION) return refuse({ code: 'newer', version: wrapped.data.version });
  const parsed = body.safeParse(content);
  if (!parsed.success) return refuse(problemOf(content, parsed.error.issues));
  const { hash, origin, profile } = parsed.data;
  if (hash !== (await hashOf({ origin, profile }))) return refuse({ code: 'altered' });
  return { ok: true, file: { origin, patch: profile }, hash };
}
