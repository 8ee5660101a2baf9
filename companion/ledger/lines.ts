/** Who of a batch waits for whom: PostgreSQL is asked for many at once, but never for two that speak of one thing. */

/**
 * Those that share a key, through others too, stand in one line, in the order in which they came; two lines share none.
 * @param keysOf what one of them speaks of; at least one key
 */
export function inLines<One>(all: readonly One[], keysOf: (one: One) => readonly string[]): One[][] {
  const lineOf = new Map<string, One[]>();
  for (const one of all) {
    const keys = keysOf(one);
    const met = new Set(keys.map((key) => lineOf.get(key)).filter((line) => line !== undefined));
    const [line = [], ...others] = met;
    // What now turns out to belong together had nothing to do with each other until here: any order of the two will do.
    for (const other of others) {
      line.push(...other);
      for (const key of other.flatMap(keysOf)) lineOf.set(key, line);
    }
    line.push(one);
    for (const key of keys) lineOf.set(key, line);
  }
  return [...new Set(lineOf.values())];
}
