/** Marker and description in Zoom's agenda: 2,000 characters, of which lists return only the first 250 (Z5, Z8). */

const AGENDA_MAXIMUM = 2000;

/** `[MGR:<reference>:<hash>]`, only at the very start. */
const marker = /^\[[A-Z]{2,8}:[^\]\r\n]{1,200}\]/u;

/** Cuts between characters, never inside one; Zoom may count UTF-16 units, so we do. */
function cut(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  const whole = text.slice(0, maximum);
  return /[\uD800-\uDBFF]$/u.test(whole) ? whole.slice(0, -1) : whole;
}

export const agendaOf = (mark: string, description: string): string => cut(description === '' ? mark : `${mark}\n${description}`, AGENDA_MAXIMUM);

/** @returns the marker of an agenda, null when it has none */
export const markerOf = (agenda: string): string | null => marker.exec(agenda)?.[0] ?? null;
