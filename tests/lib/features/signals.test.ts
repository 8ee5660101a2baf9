import { describe, expect, it } from 'vitest';
import { effect, signal } from '../../../lib/features/signals.ts';

describe('a value that others hear of', () => {
  it('is drawn from at once, then at each change, and not when it stays the same', () => {
    const count = signal(1);
    const seen: number[] = [];
    effect(() => void seen.push(count.value));
    count.value = 2;
    count.value = 2;
    count.value = 3;
    expect(seen).toEqual([1, 2, 3]);
  });

  it('tells nobody who has only peeked, nor anyone after the end', () => {
    const [heard, peeked] = [signal(1), signal(1)];
    const seen: number[] = [];
    const end = effect(() => void seen.push(heard.value + peeked.peek()));
    peeked.value = 10;
    heard.value = 2;
    end();
    heard.value = 3;
    expect(seen).toEqual([2, 12]);
  });

  it('tells of what was read the last time, and of nothing else', () => {
    const [which, one, other] = [signal(true), signal('a'), signal('x')];
    const seen: string[] = [];
    effect(() => void seen.push(which.value ? one.value : other.value));
    other.value = 'y';
    which.value = false;
    one.value = 'b';
    other.value = 'z';
    expect(seen).toEqual(['a', 'y', 'z']);
  });

  it('is changed by who draws from it without being drawn inside the drawing', () => {
    const count = signal(0);
    const seen: string[] = [];
    effect(() => {
      seen.push(`begins ${count.value}`);
      if (count.peek() < 2) count.value += 1;
      seen.push('ends');
    });
    expect(seen).toEqual(['begins 0', 'ends', 'begins 1', 'ends', 'begins 2', 'ends']);
  });

  it('is heard of by the others when one of them fails', () => {
    const count = signal(0);
    const seen: number[] = [];
    effect(() => {
      if (count.value === 1) throw new Error('one');
    });
    effect(() => void seen.push(count.value));
    expect(() => {
      count.value = 1;
    }).toThrow('one');
    expect(seen).toEqual([0, 1]);
  });
});
