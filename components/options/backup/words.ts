/** A place in the settings, or a value of them, as people read it: « Services › Licence ZOOM Web5000 › Capacité ». */
import { localeOf, type Language } from '../../../lib/i18n/translate.ts';
import type { DifferencePart, Scalar } from '../../../lib/state/differences.ts';
import type { Place } from '../../../lib/state/json-file.ts';
import { isTextKey, type Words } from '../context.ts';

/** A key without words of its own is shown as the file writes it. */
function keyText(key: string, parent: string | undefined, t: Words): string {
  const words = [`${parent ?? ''}_${key}`, `field_${key}`].find(isTextKey);
  return words === undefined ? key : t(words);
}

const SEPARATOR = ' › ';

export function pathText(path: readonly DifferencePart[], t: Words): string {
  const keys = path.map((part) => ('key' in part ? part.key : undefined));
  return path.map((part, index) => ('member' in part ? part.member : keyText(part.key, keys[index - 1], t))).join(SEPARATOR);
}

export function placeText(place: Place, t: Words): string {
  if (place.length === 0) return t('placeStart');
  const parentOf = (index: number): string | undefined => {
    const parent = place[index - 1];
    return typeof parent === 'string' ? parent : undefined;
  };
  return place.map((part, index) => (typeof part === 'number' ? t('placeNumber', { number: part + 1 }) : keyText(part, parentOf(index), t))).join(SEPARATOR);
}

function scalarText(value: Scalar, field: string | undefined, t: Words, language: Language): string {
  if (value === null || value === '') return t('nothing');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return new Intl.NumberFormat(localeOf(language)).format(value);
  const key = `${field ?? ''}_${value}`;
  return isTextKey(key) ? t(key) : value;
}

/** @param path where the value is: a choice is named by its field */
export function valueText(value: Scalar | readonly Scalar[] | undefined, path: readonly DifferencePart[], t: Words, language: Language): string {
  if (value === undefined) return '';
  const last = path.at(-1);
  const field = last !== undefined && 'key' in last ? last.key : undefined;
  const values = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
  return values.length === 0 ? t('nothing') : values.map((one) => scalarText(one, field, t, language)).join('\n');
}
