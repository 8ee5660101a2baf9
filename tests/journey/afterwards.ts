/** After the approval: the use of Julie's establishment counts her hour and a half. */
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { readUsage } from './representative.ts';
import { check, type Scene } from './scene.ts';

export async function seeUseMoved(scene: Scene): Promise<void> {
  const page = scene.julieTab;
  scene.shown = page;
  await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${scene.date}`);
  const rows = await readUsage(page);
  const own = rows.find(([name]) => name?.includes('CISSS de la Côte-Nord'));
  check(scene, `her establishment’s use counts the booking: ${own?.slice(1).join(' · ')}`, /1,5|1 h 30|1\s*h\s*30/u.test(own?.[1] ?? ''));
}
