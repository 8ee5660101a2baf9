/** Without T9: the approver's buttons are answered by a program. */
import { closest, post } from './page.ts';

async function decide(button: HTMLElement, group: HTMLElement): Promise<void> {
  const hidden = JSON.parse(group.dataset['champs'] ?? '[]') as [string, string][];
  const { go } = await post(group.dataset['adresse'] ?? '', { ...Object.fromEntries(hidden), decision: button.dataset['decision'] ?? '' });
  if (go !== undefined) location.assign(go);
}

export function startDecision(): void {
  document.addEventListener('click', (event) => {
    const button = closest(event, '[data-decision]');
    const group = button?.closest<HTMLElement>('.decision');
    if (button && group) void decide(button, group);
  });
}
