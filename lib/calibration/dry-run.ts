/** The dry run: every page that was met is gone to by its address and looked at, with what was taught. */
import { withOutcome } from './acts.ts';
import type { Desk } from './desk.ts';
import type { Screens } from './screens.ts';

function isAt(path: string, url: string): boolean {
  const { pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}` === path;
}

/**
 * One page of it: looked at once it is drawn, then on to the next address.
 * @param arrived this page was loaded for it: another address than expected is where the portal sent us, and no reason to go again
 */
export async function tryHere(desk: Desk, screens: Screens, arrived: boolean): Promise<void> {
  const { ports } = desk;
  for (let here = arrived; ; here = false) {
    const [current] = desk.progress.trying ?? [];
    if (current === undefined) break;
    desk.page = current;
    desk.show({ name: 'trying', page: current });
    const path = desk.progress.visited[current];
    if (!here && path !== undefined && !isAt(path, ports.url())) return ports.go(path);
    await ports.settled(() => desk.portalWith().kind() === current);
    const outcome = desk.outcomeWith(current);
    if (desk.progress.trying === null) return;
    desk.keep(withOutcome(desk.progress, outcome));
  }
  screens.end(false, false);
}
