/**
 * The assistant in the page: asks for one anchor after the other, tries what it is shown, and keeps what was taught.
 * It reads the page and never presses or writes anything of it; pages are left by the person, or by an address in the
 * dry run.
 *
 *   page ──choose──▶ plan ──begin──▶ ask ──show──▶ ways ──accept──▶ ask … ──▶ plan ──▶ trying … ──▶ end
 *     ▲                │  ▲            └─skip/absent─┘                          (page after page)
 *     └──other page────┘  └── statuses
 */
import type { ReadonlySignal } from '@preact/signals';
import { actionsOf } from './actions.ts';
import { openDesk } from './desk.ts';
import { tryHere } from './dry-run.ts';
import type { AssistantPorts, CalibrationStart } from './ports.ts';
import { screensOf } from './screens.ts';
import type { AssistantActions, AssistantState } from './views.ts';

export interface Assistant {
  state: ReadonlySignal<AssistantState>;
  actions: AssistantActions;
  /** The portal has redrawn something. */
  redrawn(): void;
  /** The window has moved over the page. */
  moved(): void;
}

export function createAssistant(start: CalibrationStart, ports: AssistantPorts): Assistant {
  const desk = openDesk(start, ports);
  const screens = screensOf(desk);
  if (desk.progress.trying === null) screens.arrive();
  else void tryHere(desk, screens, true);
  return {
    state: desk.state,
    actions: actionsOf(desk, screens),
    moved: screens.look,
    redrawn() {
      const { view } = desk.state.peek();
      if (desk.progress.trying !== null) return;
      // Without a load, the page may have become another one: what was asked for there is over.
      if (ports.url() !== desk.address && view.name !== 'end') return screens.arrive();
      if (view.name === 'plan') screens.plan(view.page);
      else screens.look();
    },
  };
}
