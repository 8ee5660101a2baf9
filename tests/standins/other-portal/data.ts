/** The requests of the other portal; people and meetings are invented. */

/** In the portal's own words. */
export const states = ['On regarde', 'C’est oui', 'C’est non', 'Retirée'] as const;
export type State = (typeof states)[number];

export interface Request {
  reference: string;
  room: string;
  subject: string;
  who: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** Minutes since midnight. */
  arrival: number;
  /** Minutes. */
  length: number;
  note: string;
  state: State;
}

export const LICENCE_ROOM = 'Licence ZOOM Web 5000 participants';
export const rooms = [LICENCE_ROOM, 'Salle du Parc', 'Salle des Érables', 'Auditorium'] as const;

const people = ['Julie Gagnon', 'Étienne Lavoie', 'Nadia Roy', 'Paul Fortin'] as const;
const subjects = ['Rencontre des cadres', 'Formation continue', 'Assemblée annuelle', 'Comité de vaccination'] as const;

const dayAfter = (now: number, days: number): string => new Date(now + days * 86_400_000).toISOString().slice(0, 10);

/** Fourteen requests, three of them of the licence and waiting. @param now milliseconds since 1970 UTC */
export const requestsFor = (now: number): Request[] =>
  Array.from({ length: 14 }, (_, index): Request => {
    const waiting = index % 5 === 0;
    return {
      reference: `R-${1041 + index}`,
      room: waiting ? LICENCE_ROOM : (rooms[index % rooms.length] ?? LICENCE_ROOM),
      subject: subjects[index % subjects.length] ?? '',
      who: people[index % people.length] ?? '',
      day: dayAfter(now, 3 + index),
      arrival: 480 + (index % 6) * 60,
      length: index % 2 === 0 ? 60 : 90,
      note: '',
      state: waiting ? 'On regarde' : (states[1 + (index % 3)] ?? 'C’est oui'),
    };
  });

const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const two = (number: number): string => String(number).padStart(2, '0');

export const hourText = (minutes: number): string => `${Math.floor(minutes / 60)} h ${two(minutes % 60)}`;
export const lengthText = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${two(minutes % 60)}`);
/** « 10 février 2027 ». */
export const dayText = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
};
