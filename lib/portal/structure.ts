/** How a page is built, for whoever helps from afar: its address and its outline, both masked. */
import { furniturePath } from './furniture.ts';
import { outlineOf } from './outline.ts';

function pathOf(url: string): string {
  try {
    return furniturePath(new URL(url).pathname);
  } catch {
    return '-';
  }
}

/** @returns lines without personal data, at most a few hundred; the same in both languages */
export const structureOf = (document: Document, url: string): string => [`path ${pathOf(url)}`, ...outlineOf(document)].join('\n');
