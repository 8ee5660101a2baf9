import { useEffect, useState } from 'preact/hooks';
import type { RoomRequestEntry, SlotRequestEntry } from '../../../lib/contract/rooms.ts';
import type { PopupModel } from '../../../lib/state/model.ts';
import type { RoomActions } from './room-actions.ts';

export interface Requests {
  slots: readonly SlotRequestEntry[];
  rooms: readonly RoomRequestEntry[];
  /** Looks again, after a click. */
  reload(): void;
}

/** Services that several people share one at a time: a slot of theirs may be asked for (F05). */
const areShared = ({ cards }: PopupModel): boolean => Object.values(cards).some(({ access, concurrency, rules }) => access === 'shared' && concurrency === 1 && rules.kind !== 'none');

/** Whether a permanent room is among the services (S1-35). */
export const hasRooms = ({ cards }: PopupModel): boolean => Object.values(cards).some(({ rules }) => rules.kind === 'permanent');

/**
 * What was asked of and by this person: read when the popup opens, after a click, and each time that the companion was
 * read. In this window's memory only. What cannot be read is left out: the notices say why the companion is silent.
 */
export function useRequests(model: PopupModel, actions: Pick<RoomActions, 'readSlots' | 'readRooms'>): Requests {
  const [slots, setSlots] = useState<readonly SlotRequestEntry[]>([]);
  const [rooms, setRooms] = useState<readonly RoomRequestEntry[]>([]);
  const [turn, setTurn] = useState(0);
  const { hasAddress, hasKey, checked } = model.companion;
  const isReady = hasAddress && hasKey;
  const [wantsSlots, wantsRooms] = [isReady && areShared(model), isReady && hasRooms(model)];
  useEffect(() => {
    let isGone = false;
    if (wantsSlots) void actions.readSlots().then((answer) => void (!isGone && answer.ok && setSlots(answer.slots)));
    if (wantsRooms) void actions.readRooms().then((answer) => void (!isGone && answer.ok && setRooms(answer.requests)));
    return () => {
      isGone = true;
    };
  }, [wantsSlots, wantsRooms, checked, turn]);
  return { slots: wantsSlots ? slots : [], rooms: wantsRooms ? rooms : [], reload: () => setTurn((before) => before + 1) };
}
