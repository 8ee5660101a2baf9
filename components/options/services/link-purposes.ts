/** What a link of a service card can be for, most asked first. */
import type { ServiceCard } from '../../../lib/services/card.ts';

export const linkPurposes = ['access', 'channel', 'help', 'training', 'download', 'charter', 'alternatives', 'ticket', 'video', 'portal'] as const satisfies readonly ServiceCard['links'][number]['purpose'][];
