/** What the assistant has in hand: the page it stands on, what it shows of it, and what was taught so far. */
import { signal, type Signal } from '@preact/signals';
import type { AnchorName } from '../portal/anchors.ts';
import { reportHealth } from '../portal/calendar-health.ts';
import { layerProfile } from '../portal/layer.ts';
import { forget } from '../portal/memo.ts';
import { openPortal, type Portal } from '../portal/portal.ts';
import type { ProfilePatch } from '../portal/profile.ts';
import type { JourneyPage } from './journey.ts';
import type { Picker } from './picker.ts';
import type { AssistantPorts, CalibrationStart } from './ports.ts';
import type { Outcome, Progress } from './progress.ts';
import type { Proposal } from './propose.ts';
import { tryPage } from './trial.ts';
import type { AssistantState, Frame, View } from './views.ts';

/** An element that was chosen for an anchor, and the ways to find it again. */
export interface Choice {
  anchor: AnchorName;
  element: HTMLElement;
  proposals: Proposal[];
  chosen: number | null;
}

export interface Desk {
  readonly ports: AssistantPorts;
  readonly state: Signal<AssistantState>;
  /** Changed by {@link Desk.keep} alone. */
  readonly progress: Progress;
  page: JourneyPage | null;
  address: string;
  picker: Picker | null;
  choice: Choice | null;
  /** The anchors of this round, for « 2 de 7 ». */
  round: AnchorName[];
  /** The page as it is read with what was taught, or with something else taught instead. */
  portalWith(patch?: ProfilePatch): Portal;
  outcomeWith(on: JourneyPage, patch?: ProfilePatch): Outcome;
  show(view: View): void;
  keep(progress: Progress): void;
}

export function openDesk({ portal: { id }, base, cards, roster, progress: kept }: CalibrationStart, ports: AssistantPorts): Desk {
  let progress = kept;
  const absent = (): string[] => Object.entries(progress.patch.anchors).flatMap(([anchor, ways]) => (ways?.length === 0 ? [anchor] : []));
  const frameOf = (view: View): Frame | null => ((view.name === 'ask' && view.picking) || view.name === 'ways' ? (desk.picker?.frame() ?? null) : null);
  const desk: Desk = {
    ports,
    state: signal<AssistantState>({ view: { name: 'page', recognised: null }, frame: null, canUndo: false, atStart: progress.atStart }),
    get progress() {
      return progress;
    },
    page: null,
    address: ports.url(),
    picker: null,
    choice: null,
    round: [],
    portalWith(patch = progress.patch) {
      forget();
      return openPortal({ id, document: ports.document, url: ports.url, profile: layerProfile(base, patch), cards, roster, now: ports.now });
    },
    outcomeWith(on, patch) {
      const portal = desk.portalWith(patch);
      return tryPage(portal, on, reportHealth(portal, on), absent());
    },
    show(view) {
      desk.state.value = { view, frame: frameOf(view), canUndo: progress.acts.length > 0, atStart: progress.atStart };
    },
    keep(next) {
      progress = next;
      ports.keep(progress);
    },
  };
  return desk;
}
