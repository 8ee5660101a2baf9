/** What to paste into a request for help (U26): nothing about people or bookings (lib/portal/diagnostic.ts). Pure. */
import { printDiagnostic } from '../portal/diagnostic.ts';
import type { PageKind } from '../portal/page.ts';
import type { OverlayContext } from './context.ts';

/**
 * @param suspected what the page was taken for, when it was not recognised
 * @returns lines of text, the same in both languages
 */
export function diagnosticOf({ portal, kind, settings, failures, version, health }: OverlayContext, suspected: PageKind): string {
  const { profile, disabledFeatures } = settings;
  const printed = printDiagnostic({
    version, profile, document: portal.document, url: portal.url(), page: kind, health: health(portal, suspected), failures: failures.peek(),
  });
  return `suspected: ${suspected}, disabled: ${disabledFeatures.join(', ') || '-'}\n${printed}`;
}
