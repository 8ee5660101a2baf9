/**
 * The details block: the facts of a booking inside the portal's free text (design.md). French, readable
 * by a person without the extension, and parsed back without loss after trimming, wrapping, quoting with
 * « > », HTML escaping and changes of white space. The code at its end tells a block edited by hand, and
 * decides where a wrapped line had a space and where a word was cut.
 */
import { isEmailAddress, isLine, isParagraph, NAME_MAXIMUM, PARTICIPANTS_MAXIMUM } from '../contract/bounds.ts';
import type { BookingFacts } from './booking.ts';
import { findBlocks, type FoundBlock } from './details-block.ts';
import { closingOf, codeOf, fields, labels, NBSP, OPENING, type Field, type Values } from './details-format.ts';
import { encodeValue, joinPieces } from './details-value.ts';

export interface DetailsExtra {
  /** The establishment's name; null when it is not known. */
  establishment: string | null;
  /** What the person wrote to justify the booking. */
  reason: string | null;
  /** When and with which licence the meeting is rehearsed (F07), in words: it is called off with the booking that says it. */
  rehearsal?: string | null;
  /** What is done when the connection is lost (S4-26): never a name or a number of a user. */
  planB?: string | null;
  /** « acceptée »: whoever books keeps to the charter when the meeting is recorded (S2-25). */
  charter?: string | null;
}

export interface Details extends Required<DetailsExtra> {
  facts: BookingFacts;
  /** False when someone changed the block by hand, or the portal cut it. */
  intact: boolean;
}

/** Prints the block, without line break at either end. Facts that checkFacts refuses are printed but not read back. */
export function printDetails(facts: BookingFacts, extra: DetailsExtra): string {
  const values: Values = {
    name: facts.name,
    participants: String(facts.participants),
    presenter: facts.presenter.name,
    email: facts.presenter.email,
    rehearsal: null,
    planB: null,
    charter: null,
    ...extra,
  };
  const rows = fields.flatMap((field) => {
    const value = values[field];
    if (value === null) return [];
    const written = field === 'participants' ? value.replace(/\B(?=(?:\d{3})+$)/gu, NBSP) : `«${NBSP}${encodeValue(value)}${NBSP}»`;
    return [`${labels[field]}${NBSP}: ${written}`];
  });
  return [OPENING, ...rows, closingOf(values)].join('\n');
}

/** More doubtful seams than this are not tried: 4 096 readings take a few milliseconds. */
const SEAMS_TRIED = 12;

/** Reads the values with each doubtful seam as a space, or as nothing where the bit of `cuts` is set. */
function readValues(block: FoundBlock, cuts: number): Values {
  let seam = 0;
  const isCut = (): boolean => {
    const bit = seam < SEAMS_TRIED ? (cuts >> seam) & 1 : 0;
    seam += 1;
    return bit === 1;
  };
  const read = (field: Field): string | null => {
    const found = block.values.get(field);
    return found ? joinPieces(found, isCut) : null;
  };
  const values = Object.fromEntries(fields.map((field) => [field, read(field)])) as Values;
  const participants = values.participants;
  return { ...values, participants: participants === null ? null : String(Number(participants.replace(/\s/gu, ''))) };
}

/** The bounds of the contract, as `bookingOfEvent` has them. */
function readFacts(values: Values): BookingFacts | null {
  const participants = Number(values.participants ?? Number.NaN);
  const { name, presenter, email } = values;
  if (name === null || !isLine(name, NAME_MAXIMUM) || presenter === null || !isLine(presenter, 200)) return null;
  if (!Number.isInteger(participants) || participants < 1 || participants > PARTICIPANTS_MAXIMUM) return null;
  if (email !== null && !isEmailAddress(email)) return null;
  return { name, participants, presenter: { name: presenter, email } };
}

function toDetails(values: Values, isIntact: boolean): Details | null {
  const facts = readFacts(values);
  if (facts === null) return null;
  const establishment = values.establishment !== null && isLine(values.establishment, 300) ? values.establishment : null;
  const reason = values.reason !== null && isParagraph(values.reason, 1000) ? values.reason : null;
  const lineOf = (field: 'rehearsal' | 'planB' | 'charter'): string | null => {
    const value = values[field];
    return value !== null && isLine(value, 300) ? value : null;
  };
  const read = { establishment, reason, rehearsal: lineOf('rehearsal'), planB: lineOf('planB'), charter: lineOf('charter') };
  const isWhole = (Object.keys(read) as (keyof typeof read)[]).every((field) => read[field] === values[field]);
  return { facts, ...read, intact: isIntact && isWhole };
}

function readBlock(block: FoundBlock): Details | null {
  if (block.ambiguous) return null;
  const seams = [...block.values.values()].flatMap(({ doubtful }) => doubtful.filter(Boolean)).length;
  if (block.code !== null && !block.strange) {
    for (let cuts = 0; cuts < 2 ** Math.min(seams, SEAMS_TRIED); cuts += 1) {
      const values = readValues(block, cuts);
      if (codeOf(values) === block.code) return toDetails(values, true);
    }
  }
  return toDetails(readValues(block, 0), false);
}

/**
 * Reads the facts back from a portal's free text.
 * @returns null when there is no block, or when what a hand changed can be read in several ways;
 * of several blocks, the first that is intact, else the first that can be read
 */
export function parseDetails(text: string): Details | null {
  const read = findBlocks(text).flatMap((block) => readBlock(block) ?? []);
  return read.find(({ intact }) => intact) ?? read[0] ?? null;
}

/** What a quoted block leaves behind at the end of the text before it. */
const quoteMark = /(^|\n)(?:[ \t>]|&(?:amp;)*gt;)*$/u;

/** What a person wrote besides the block: each block goes, and the empty lines around it. */
export function withoutDetails(freeText: string): string {
  const blocks = findBlocks(freeText);
  if (blocks.length === 0) return freeText;
  const edges = [{ to: 0 }, ...blocks];
  const parts = edges.map(({ to }, index) => {
    const part = freeText.slice(to, blocks[index]?.from);
    return (index < blocks.length ? part.replace(quoteMark, '$1') : part).replace(/^\s*\n/u, '').trimEnd();
  });
  return parts.filter((part) => part.trim() !== '').join('\n\n').trim();
}

/**
 * Puts a block into a portal's free text: after what the person wrote, in the place of any earlier block.
 * @param block from {@link printDetails}
 */
export function replaceDetails(freeText: string, block: string): string {
  const rest = withoutDetails(freeText).trimEnd();
  return rest.trim() === '' ? block : `${rest}\n\n${block}`;
}
