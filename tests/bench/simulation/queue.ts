/** What happens next, by the clock: a binary heap. Of two at one instant, the one that was put there first. */
export interface Timed {
  at: number;
}

export interface Queue<Item extends Timed> {
  put(item: Item): void;
  /** The earliest; undefined when nothing is left. */
  take(): Item | undefined;
}

export function createQueue<Item extends Timed>(): Queue<Item> {
  const heap: { item: Item; order: number }[] = [];
  let order = 0;
  const isBefore = (one: number, other: number): boolean => {
    const [first, second] = [heap[one], heap[other]];
    if (first === undefined || second === undefined) return false;
    return first.item.at < second.item.at || (first.item.at === second.item.at && first.order < second.order);
  };
  const swap = (one: number, other: number): void => {
    [heap[one], heap[other]] = [heap[other] as { item: Item; order: number }, heap[one] as { item: Item; order: number }];
  };
  return {
    put(item) {
      let place = heap.push({ item, order: (order += 1) }) - 1;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (!isBefore(place, parent)) break;
        swap(place, parent);
        place = parent;
      }
    },
    take() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined || heap.length === 0) return top?.item;
      heap[0] = last;
      for (let place = 0; ;) {
        const [left, right] = [2 * place + 1, 2 * place + 2];
        const next = isBefore(right, left) ? right : left;
        if (!isBefore(next, place)) break;
        swap(place, next);
        place = next;
      }
      return top.item;
    },
  };
}
