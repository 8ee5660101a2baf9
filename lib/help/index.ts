/** The help of each built-in service, in the order in which people ask for it. */
import { clinicalHelp } from './clinical.ts';
import { healthPortalHelp } from './health-portal.ts';
import { nominative300Help } from './nominative-300.ts';
import { sharedRoomHelp } from './shared-room.ts';
import type { ServiceHelp } from './topic.ts';
import { web5000Help } from './web5000.ts';

export const allHelp: readonly ServiceHelp[] = [web5000Help, nominative300Help, clinicalHelp, sharedRoomHelp, healthPortalHelp];
