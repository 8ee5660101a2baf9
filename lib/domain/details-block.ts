/** Finds details blocks in a text that a portal, a mail program or a person may have changed. See details.ts. */
import { closingPattern, digitsPattern, fold, labelPatterns, openingPattern, quotedPattern, type Field } from './details-format.ts';
import { findPieces, longestLine, type FoundValue } from './details-value.ts';
import { replaceTraced, trace, unescapeHtml, type Traced } from './entities.ts';

export interface FoundBlock {
  /** Where it stands in the text as it was given; `to` is exclusive. */
  from: number;
  to: number;
  values: Map<Field, FoundValue>;
  /** The code at the end; null when the end is missing. */
  code: string | null;
  /** Something else stands between the fields. */
  strange: boolean;
  /** A field stands there twice, or the number is followed by another one. */
  ambiguous: boolean;
}

const matchAt = (pattern: RegExp, text: string, place: number): RegExpExecArray | null => {
  pattern.lastIndex = place;
  return pattern.exec(text);
};

/** Undoes escaping, line break tags, links and quote marks: a block holds no raw « < » or « > » of its own. */
function clean(freeText: string): Traced {
  const unescaped = unescapeHtml(trace(freeText));
  const untagged = replaceTraced(unescaped, /\r\n?|<\/?[a-z!][^<>]*>/giu, () => '\n');
  const unquoted = replaceTraced(untagged, /^(?:[^\S\n]*>)+[^\S\n]?/gmu, () => '');
  return replaceTraced(unquoted, />/gu, () => ' ');
}

interface Page extends Traced {
  folded: string;
}

interface FoundField {
  field: Field;
  raw: string;
  /** Where the value begins, inside its guillemets. */
  at: number;
  end: number;
}

function readField({ text, folded }: Page, place: number): FoundField | null {
  for (const { field, pattern } of labelPatterns) {
    const label = matchAt(pattern, folded, place);
    if (!label) continue;
    const at = place + label[0].length;
    const value = matchAt(field === 'participants' ? digitsPattern : quotedPattern, text, at);
    if (!value) return null;
    const inside = value[1];
    return { field, raw: inside ?? value[0], at: inside === undefined ? at : at + 1, end: at + value[0].length };
  }
  return null;
}

/**
 * Reads fields from an opening on, until the end mark or `limit`.
 * @param isStrict gives up at the first sign that belongs to no field, so that many openings cost no more than one
 */
function readBlock(page: Page, start: number, place: number, limit: number, isStrict: boolean): FoundBlock & { end: number } {
  const { text, folded, places } = page;
  const found: FoundField[] = [];
  const block = { code: null as string | null, strange: false, ambiguous: false };
  let end = place;
  let at = place;
  while (at < limit && !(isStrict && block.strange)) {
    const closing = matchAt(closingPattern, folded, at);
    if (closing) {
      block.code = (closing[1] ?? '').replace(/\s/gu, '').toUpperCase();
      end = at + closing[0].length;
      break;
    }
    const field = readField(page, at);
    if (field) {
      block.ambiguous ||= found.some((other) => other.field === field.field);
      found.push(field);
      at = end = field.end;
      continue;
    }
    const sign = text[at] ?? '';
    block.strange ||= /\S/u.test(sign);
    block.ambiguous ||= found.at(-1)?.field === 'participants' && /\d/u.test(sign);
    at += 1;
  }
  const longest = longestLine(text.slice(text.lastIndexOf('\n', start) + 1, end));
  const values = new Map<Field, FoundValue>();
  for (const { field, raw, at: valueAt } of found) {
    values.set(field, findPieces(text.slice(text.lastIndexOf('\n', valueAt - 1) + 1, valueAt), raw, longest));
  }
  return { ...block, values, end, from: places[start] ?? 0, to: places[end] ?? 0 };
}

/** A text with more openings holds no booking: only the last ones are tried, since a block is written at the end. */
const OPENINGS_TRIED = 100;

/** Every block of a text, in order. */
export function findBlocks(freeText: string): FoundBlock[] {
  const cleaned = clean(freeText);
  const page: Page = { ...cleaned, folded: fold(cleaned.text) };
  const openings = [...page.folded.matchAll(openingPattern)].slice(-OPENINGS_TRIED);
  const blocks: FoundBlock[] = [];
  let done = 0;
  openings.forEach((opening, index) => {
    if (opening.index < done) return;
    const place = opening.index + opening[0].length;
    // Another opening may stand inside a value: read past it first, and only if that fails stop before it.
    const whole = readBlock(page, opening.index, place, page.text.length, true);
    const isWhole = whole.code !== null && !whole.strange && !whole.ambiguous;
    const block = isWhole ? whole : readBlock(page, opening.index, place, openings[index + 1]?.index ?? page.text.length, false);
    blocks.push(block);
    done = block.end;
  });
  return blocks;
}
