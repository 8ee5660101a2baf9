/** The life of a booking, from the form to afterwards, as one list for all five services: the demo plays it, the end-to-end tests prove it. */
import { fetchRecording, lookBack } from './afterwards.ts';
import { approve, beReminded, fillIn, makeReady, readLink, save } from './booking.ts';
import { end, open, readSheet } from './day.ts';
import type { Life } from './cards.ts';
import type { LifeScene } from './scene.ts';

export interface LifeStep {
  /** Also the name of its picture, after the service's. */
  id: string;
  who: string;
  title: string;
  play(scene: LifeScene, life: Life): Promise<void>;
}

/**
 * What can be played for one service after the other, since the clock never goes back: first all are booked, then comes
 * the day before, then the day with an hour for each, and what is left.
 */
export const phases: readonly (readonly LifeStep[])[] = [
  [
    { id: '1-form', who: 'Julie', title: 'The form asks, says and refuses what the card says', play: fillIn },
    { id: '2-saved', who: 'Julie', title: 'The booking is saved in the portal', play: save },
    { id: '3-approved', who: 'Marc', title: 'It is approved, where the card wants it', play: approve },
    { id: '4-ready', who: 'Marc', title: 'What the card makes of it at Zoom', play: makeReady },
    { id: '5-mail', who: 'Julie', title: 'Her mail, with what she passes on', play: readLink },
  ],
  [{ id: '6-reminder', who: 'Julie', title: 'The day before', play: beReminded }],
  [
    { id: '7-sheet', who: 'Marc', title: 'The run sheet, a quarter of an hour before', play: readSheet },
    { id: '8-open', who: 'whoever the card names', title: 'It is opened', play: open },
    { id: '9-ended', who: 'whoever the card names', title: 'It ends', play: end },
    { id: '10-history', who: 'Julie and Marc', title: 'How many came, in the history', play: lookBack },
  ],
  [{ id: '11-recording', who: 'Julie', title: 'The recording, for as long as the card keeps it', play: fetchRecording }],
];
