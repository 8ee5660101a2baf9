/** Put into a portal's open page when a person copies the diagnostic (lib/background/structure.ts): its masked outline is what it gives back. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { structureOf } from '../lib/portal/structure.ts';

export default defineUnlistedScript(() => structureOf(document, location.href));
