/**
 * Room kept aside on the ledger's own disk (R10). When the disk is full it is given back, so that what was acknowledged
 * can still be done and noted; nothing new is acknowledged until there is room to keep aside again.
 */
import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDiskFull } from './full-disk.ts';

export const RESERVE_BYTES = 16 * 1024 * 1024;
const CHUNK = 1024 * 1024;
/** Free room, as a multiple of the reserve, from which it is kept aside: else the next booking would fill the disk again. */
const ENOUGH = 1.25;

export interface Reserve {
  /** Keeps the room aside from now on. Without it, {@link isSpent} stays false: commands beside the server keep nothing. */
  keep(): void;
  /** Gives the room to whoever needs it now. */
  spend(): void;
  /** Given away, and not yet kept aside again. */
  isSpent(): boolean;
  /** Keeps it aside again once the disk has room for it and for some work besides. @returns whether it is kept */
  restore(): boolean;
}

/** PostgreSQL watches its own disk. */
export const noReserve: Reserve = { keep: () => undefined, spend: () => undefined, isSpent: () => false, restore: () => true };

export function createReserve(file: string, bytes: number): Reserve {
  let isWanted = false;
  let isKept = false;

  function hasRoom(): boolean {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize >= ENOUGH * bytes;
  }

  /** Written and synced: a file that is only long takes no room. By chance, since a disk may compress what repeats. */
  function write(): boolean {
    const handle = openSync(file, 'w', 0o600);
    try {
      const chunk = randomFillSync(Buffer.alloc(Math.min(CHUNK, bytes)));
      for (let written = 0; written < bytes; written += writeSync(handle, chunk, 0, Math.min(chunk.length, bytes - written))) continue;
      fsyncSync(handle);
      return true;
    } catch (error) {
      rmSync(file, { force: true });
      if (isDiskFull(error)) return false;
      throw error;
    } finally {
      closeSync(handle);
    }
  }

  const reserve: Reserve = {
    keep() {
      isWanted = true;
      isKept = statSync(file, { throwIfNoEntry: false })?.size === bytes;
      if (!isKept) reserve.restore();
    },
    spend() {
      isKept = false;
      rmSync(file, { force: true });
    },
    isSpent: () => isWanted && !isKept,
    restore: () => (isKept ||= hasRoom() && write()),
  };
  return reserve;
}
