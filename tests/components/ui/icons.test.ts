import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../public/icon');

/** Width and height in the header of a PNG file. */
const sizeOf = (file: Buffer): [number, number] => [file.readUInt32BE(16), file.readUInt32BE(20)];

describe('the icons', () => {
  it.each([16, 32, 48, 96, 128])('have the toolbar and store size %i', (size) => {
    const file = readFileSync(join(folder, `${size}.png`));
    expect(file.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(sizeOf(file)).toEqual([size, size]);
  });

  it.each(['passerelle.svg', 'passerelle-small.svg'])('%s is a drawing only: no script, no other address', (name) => {
    const source = readFileSync(join(folder, name), 'utf8').replace('xmlns="http://www.w3.org/2000/svg"', '');
    expect(source).not.toMatch(/<script|on\w+=|href|http/iu);
  });
});
