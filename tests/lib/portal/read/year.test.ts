import { describe, expect, it } from 'vitest';
import { NOW, markup, portalOn, show } from '../pages.ts';

const DAY = 86_400_000;
const two = (number: number): string => String(number).padStart(2, '0');

/** One booking of the licence a day, twice on Tuesdays, for a year: the rows of the classic list. */
function yearOfRows(): string[] {
  const rows: string[] = [];
  for (let day = 0; day < 365; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 1) + day * DAY);
    const text = `${String(date.getUTCFullYear())}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
    for (const hour of date.getUTCDay() === 2 ? [9, 14] : [9]) {
      rows.push(`<tr><td>${String(200_000 + rows.length)}</td><td>Licence ZOOM Web 5000 participants</td><td>Rencontre ${String(rows.length)}</td><td>IUCPQ</td><td>A B</td><td>${text} ${two(hour)}:00</td><td>${text} ${two(hour + 1)}:30</td><td>Approuvée</td><td><a href="/reservations/${String(200_000 + rows.length)}">Consulter</a></td></tr>`);
    }
  }
  return rows;
}

const page = (rows: readonly string[], summary: string): string =>
  markup('classic/list').replace(/<tbody>[\s\S]*?<\/tbody>/u, `<tbody>${rows.join('\n')}</tbody>`).replace('1 à 3 sur 3', summary);

describe('a year of a busy licence', () => {
  const rows = yearOfRows();

  it('is read whole from one page, every hour right across both clock changes', { timeout: 120_000 }, () => {
    const list = portalOn(show(page(rows, `1 à ${String(rows.length)} sur ${String(rows.length)}`))).readList();
    expect(list?.reading.complete).toBe(true);
    expect(list?.reading.bookings).toHaveLength(417);
    expect(list?.reading.bookings.every(({ start, end }) => end - start === 5_400_000)).toBe(true);
    const hours = new Set(list?.reading.bookings.map(({ start }) => new Intl.DateTimeFormat('fr-CA', { timeZone: 'America/Toronto', hour: 'numeric', hourCycle: 'h23' }).format(start)));
    expect([...hours].sort()).toEqual(['09 h', '14 h']);
  });

  it('is « at least » on each of its pages of a hundred, which together hold every number once', { timeout: 120_000 }, () => {
    const pages = Array.from({ length: Math.ceil(rows.length / 100) }, (_, index) => rows.slice(index * 100, index * 100 + 100));
    const readings = pages.map((part, index) => portalOn(show(page(part, `${String(index * 100 + 1)} à ${String(index * 100 + part.length)} sur ${String(rows.length)}`)), { now: NOW }).readList());
    expect(readings.map((list) => list?.reading.complete)).toEqual(pages.map(() => false));
    expect(new Set(readings.map((list) => list?.total))).toEqual(new Set([rows.length]));
    expect(new Set(readings.flatMap((list) => list?.reading.bookings.map(({ number }) => number))).size).toBe(rows.length);
  });
});
