import { describe, expect, it, vi } from 'vitest';
import { sayUpdated } from '../../../lib/features/updated.tsx';
import { markup, show } from '../portal/pages.ts';

const banner = (page: Document): string => (page.querySelector('passerelle-banner')?.shadowRoot?.textContent ?? '').replace(/\s+/gu, ' ');

describe('an extension that was updated', () => {
  it('U18 asks to reload the page, in the browser’s language, and stays over redraws', async () => {
    const page = show(markup('classic/calendar'));
    sayUpdated(page, 'fr-CA', () => 0);
    expect(banner(page)).toContain('L’extension a été mise à jour : rechargez la page.');
    const next = new DOMParser().parseFromString(markup('classic/list'), 'text/html');
    page.body.replaceChildren(...next.body.childNodes);
    await vi.waitFor(() => expect(banner(page)).toContain('rechargez la page'));
    page.querySelector('passerelle-banner')!.shadowRoot!.querySelector('button')!.click();
    expect(banner(page)).toBe('');
  });

  it('U18 says it on a page without a heading, and in English', () => {
    const page = show('<body><p>…</p></body>');
    sayUpdated(page, 'en-CA', () => 0);
    expect(banner(page)).toContain('The extension was updated: reload the page.');
    page.querySelector('passerelle-banner')!.shadowRoot!.querySelector('button')!.click();
  });
});
