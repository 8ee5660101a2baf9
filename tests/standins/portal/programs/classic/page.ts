/** What the server left on the body for the programs. */
export const hasTrait = (trait: string): boolean => (document.body.dataset['traits'] ?? '').split(' ').includes(trait);

export const token = (): string => document.body.dataset['jeton'] ?? '';

/** The closest element of a click, or null. */
export function closest<T extends HTMLElement>(event: Event, selector: string): T | null {
  return event.target instanceof Element ? event.target.closest<T>(selector) : null;
}

/** Posts fields as JSON, as the portal's own scripts do. */
export async function post(path: string, fields: Record<string, string | string[]>): Promise<{ go?: string }> {
  const response = await fetch(`/api${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ jeton: token(), ...fields }) });
  return (await response.json()) as { go?: string };
}
