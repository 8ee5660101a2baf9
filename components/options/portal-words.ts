/** The words of the portals' profiles and health, in the page's language. */
import { portalWords, type PortalWords } from '../portals/words.ts';
import { useOptions } from './context.ts';

export { anchorText, type PortalWords } from '../portals/words.ts';

export function usePortalWords(): PortalWords {
  return portalWords(useOptions().language);
}
