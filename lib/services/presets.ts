/**
 * The five cards for the five documents (services.md). A value that a document does not give is null, zero
 * or « nothing », and the card's note says so. The three facts are asked for every service: no event to the
 * companion can be without them.
 */
import type { ServiceCard } from './card.ts';
import { clinical } from './clinical.ts';
import { healthPortal } from './healthPortal.ts';
import { nominative300 } from './nominative300.ts';
import { sharedRoom } from './sharedRoom.ts';
import { web5000 } from './web5000.ts';

export const presets: readonly ServiceCard[] = [web5000, sharedRoom, nominative300, healthPortal, clinical];
