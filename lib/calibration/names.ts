/** Words of a page as a profile may keep them: one line, of a bounded length, nothing invisible. */
import { toLabel } from '../portal/names.ts';

const NAME_MAXIMUM = 120;

/** Null for what cannot serve: nothing, no letter at all, or so long that it is no label. */
export function toName(text: string): string | null {
  const name = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/gu, ' ').trim().replace(/\s*…$/u, '');
  return name === '' || [...name].length > NAME_MAXIMUM || toLabel(name) === '' ? null : name;
}
