/**
 * The assistant in the page: asks for one anchor after the other, tries what it is shown, and keeps what was taught.
 * It reads the page and never presses or writes anything of it; pages are left by the person, or by an address in the
 * dry run.
 *
 *   page ──choose──▶ plan ──begin──▶ ask ──show──▶ ways ──accept──▶ ask … ──▶ plan ──▶ trying … ──▶ end
 *     ▲                │  ▲            └─skip/absent─┘                          (page after page)
 *     └──other page────┘  └── statuses
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { BookingStatus } from '../domain/booking.ts';
import type { AnchorName } from '../portal/anchors.ts';
import { reportHealth } from '../portal/calendar-health.ts';
import { layerProfile } from '../portal/layer.ts';
import { forget } from '../portal/memo.ts';
import { openPortal, type Portal } from '../portal/portal.ts';
import { teach } from './patch.ts';
import { withOutcome, withPage, withSkipped, withStatus, withTaught, withTrial, withUndone, withVisited } from './acts.ts';
import type { AssistantPorts, CalibrationStart } from './ports.ts';
import { isJourneyPage, journeyPages, stepOf, type JourneyPage } from './journey.ts';
import { createPicker, describe, type Picker } from './picker.ts';
import { scrollUnder } from './pointer.ts';
import { planOf, toAsk } from './plan.ts';
import type { Progress } from './progress.ts';
import { isPair, propose, toKeep, withChoice, type Proposal } from './propose.ts';
import { statusWords } from './statuses.ts';
import { tryPage } from './trial.ts';
import type { AssistantActions, AssistantState, View, WayView } from './views.ts';

export interface Assistant {
  state: ReadonlySignal<AssistantState>;
  actions: AssistantActions;
  /** The portal has redrawn something. */
  redrawn(): void;
  /** The window has moved over the page. */
  moved(): void;
}

interface Choice {
  anchor: AnchorName;
  element: HTMLElement;
  proposals: Proposal[];
  chosen: number | null;
}

const byOf = ({ alternative }: Proposal): string => ('names' in alternative ? (alternative.names[0] ?? '') : alternative.selector);
const toWay = (proposal: Proposal): WayView => ({ stability: proposal.stability, by: byOf(proposal), matches: proposal.matches, exact: proposal.exact });

export function createAssistant(start: CalibrationStart, ports: AssistantPorts): Assistant {
  let progress: Progress = start.progress;
  let page: JourneyPage | null = null;
  let address = ports.url();
  let picker: Picker | null = null;
  let choice: Choice | null = null;
  /** The anchors of this round, for « 2 de 7 ». */
  let round: AnchorName[] = [];
  const state = signal<AssistantState>({ view: { name: 'page', recognised: null }, frame: null, canUndo: false, atStart: progress.atStart });

  const portalWith = (patch = progress.patch): Portal => {
    forget();
    const { portal, cards, roster, base } = start;
    return openPortal({ id: portal.id, document: ports.document, url: ports.url, profile: layerProfile(base, patch), cards, roster, now: ports.now });
  };
  const absent = (): string[] => Object.entries(progress.patch.anchors).flatMap(([anchor, ways]) => (ways?.length === 0 ? [anchor] : []));
  const outcomeWith = (on: JourneyPage, patch = progress.patch) => {
    const portal = portalWith(patch);
    return tryPage(portal, on, reportHealth(portal, on), absent());
  };

  const show = (view: View): void => {
    state.value = { view, frame: frame(view), canUndo: progress.acts.length > 0, atStart: progress.atStart };
  };
  const frame = (view: View) => (view.name === 'ask' && view.picking ? (picker?.frame() ?? null) : view.name === 'ways' ? (picker?.frame() ?? null) : null);
  const keep = (next: Progress): void => {
    progress = next;
    ports.keep(progress);
  };
  const today = (): string => ports.today();

  const showPage = (): void => {
    const kind = portalWith().kind();
    show({ name: 'page', recognised: isJourneyPage(kind) ? kind : null });
  };
  const showPlan = (on: JourneyPage): void => {
    page = on;
    picker = null;
    choice = null;
    const portal = portalWith();
    const items = planOf(portal, on, progress);
    show({ name: 'plan', page: on, items, left: toAsk(items, on, { ...progress, skipped: {} }).length, outcome: outcomeWith(on), words: statusWords(portal).length });
  };
  const ask = (on: JourneyPage, anchor: AnchorName, picking = true): void => {
    const sort = stepOf(on, anchor)?.sort ?? 'box';
    picker = createPicker(ports.document, sort, ports.clock);
    choice = null;
    const of = Math.max(round.length, 1);
    show({ name: 'ask', page: on, anchor, sort, at: Math.max(round.indexOf(anchor), 0) + 1, of, picking, under: null });
  };
  /** The next anchor of the round; after the last, the words of the list's statuses, then the plan. */
  const onwards = (on: JourneyPage): void => {
    const open = toAsk(planOf(portalWith(), on, progress), on, progress).filter((anchor) => round.includes(anchor));
    const [next] = open;
    if (next !== undefined) return ask(on, next);
    const isUnsaid = round.length > 0 && on === 'list' && statusWords(portalWith()).some(({ status }) => status === null);
    round = [];
    if (isUnsaid) showStatuses(on);
    else showPlan(on);
  };
  const showStatuses = (on: JourneyPage): void => show({ name: 'statuses', page: on, words: statusWords(portalWith()) });

  const kept = (on: JourneyPage, anchor: AnchorName, proposal: Proposal, proposals: readonly Proposal[]) => withChoice(progress.patch.anchors[anchor], toKeep(proposal, proposals), isPair(on, anchor));

  const showWays = (): void => {
    const { view } = state.peek();
    if (page === null || choice === null || (view.name !== 'ask' && view.name !== 'ways')) return;
    const { anchor, element, proposals, chosen } = choice;
    const proposal = chosen === null ? undefined : proposals[chosen];
    const outcome = proposal ? outcomeWith(page, teach(progress.patch, anchor, kept(page, anchor, proposal, proposals))) : null;
    show({ name: 'ways', page, anchor, picked: describe(element), ways: proposals.map(toWay), chosen, outcome });
  };
  const take = (anchor: AnchorName): void => {
    const element = picker?.element();
    if (!element || page === null) return;
    const proposals = propose({ view: portalWith(), page, anchor, element }, today());
    choice = { anchor, element, proposals, chosen: proposals[0]?.exact ? 0 : null };
    showWays();
  };

  const look = (): void => {
    const { view } = state.peek();
    if (view.name === 'ask') show({ ...view, under: picker?.shown() ?? null });
    else if (view.name === 'ways') show({ ...view });
  };

  const isAt = (path: string): boolean => {
    const { pathname, search, hash } = new URL(ports.url());
    return `${pathname}${search}${hash}` === path;
  };
  /**
   * One page of the dry run: looked at once it is drawn, then on to the next address.
   * @param arrived this page was loaded for it: another address than expected is where the portal sent us, and no reason to go again
   */
  const tryHere = async (arrived: boolean): Promise<void> => {
    for (let here = arrived; ; here = false) {
      const [current] = progress.trying ?? [];
      if (current === undefined) break;
      page = current;
      show({ name: 'trying', page: current });
      const path = progress.visited[current];
      if (!here && path !== undefined && !isAt(path)) return ports.go(path);
      await ports.settled(() => portalWith().kind() === current);
      const outcome = outcomeWith(current);
      if (progress.trying === null) return;
      keep(withOutcome(progress, outcome));
    }
    showEnd(false, false);
  };
  const showEnd = (saved: boolean, failed: boolean): void => {
    const { outcomes } = progress;
    show({ name: 'end', outcomes, unseen: journeyPages.filter((one) => !outcomes.some((outcome) => outcome.page === one)), saved, failed });
  };

  const arrive = (): void => {
    address = ports.url();
    const kind = portalWith().kind();
    if (isJourneyPage(kind)) {
      keep(withVisited(progress, kind, address));
      showPlan(kind);
    } else showPage();
  };

  const actions: AssistantActions = {
    choosePage(on) {
      keep(withPage(progress, on, ports.url(), today()));
      showPlan(on);
    },
    otherPage: showPage,
    begin() {
      if (page === null) return;
      // Begun again, what was put off is asked for again.
      keep({ ...progress, skipped: { ...progress.skipped, [page]: [] } });
      round = toAsk(planOf(portalWith(), page, progress), page, progress);
      onwards(page);
    },
    ask(anchor) {
      if (page === null) return;
      round = [anchor as AnchorName];
      ask(page, anchor as AnchorName);
    },
    pick(on) {
      const { view } = state.peek();
      if (view.name !== 'ask') return;
      picker?.clear();
      show({ ...view, picking: on, under: null });
    },
    pointAt(x, y) {
      picker?.pointAt(x, y);
      look();
    },
    chooseAt(x, y) {
      picker?.pointAt(x, y);
      actions.choosePicked();
    },
    key(key, shift) {
      const { view } = state.peek();
      if (view.name !== 'ask' || !view.picking) return false;
      if (key === 'Enter') actions.choosePicked();
      else if (key === 'Escape') actions.pick(false);
      else if (!picker?.key(key, shift)) return false;
      else look();
      return true;
    },
    scroll(x, y, dx, dy) {
      scrollUnder(ports.document, x, y, dx, dy);
      look();
    },
    choosePicked() {
      const { view } = state.peek();
      if (view.name === 'ask') take(view.anchor as AnchorName);
    },
    way(index) {
      if (choice === null || choice.proposals[index]?.exact !== true) return;
      choice = { ...choice, chosen: index };
      showWays();
    },
    widen() {
      if (choice === null) return;
      picker?.widen();
      take(choice.anchor);
    },
    accept() {
      const proposal = choice?.chosen === null || choice === null ? undefined : choice.proposals[choice.chosen];
      if (page === null || choice === null || proposal === undefined) return;
      keep(withTaught(progress, page, choice.anchor, kept(page, choice.anchor, proposal, choice.proposals)));
      onwards(page);
    },
    again() {
      if (choice !== null && page !== null) ask(page, choice.anchor);
    },
    skip() {
      const { view } = state.peek();
      if (view.name !== 'ask' && view.name !== 'ways') return;
      keep(withSkipped(progress, view.page, view.anchor as AnchorName));
      onwards(view.page);
    },
    absent() {
      const { view } = state.peek();
      if (view.name !== 'ask') return;
      const anchor = view.anchor as AnchorName;
      // A booking's page may lack what its form has: what was shown there stays.
      const isElsewhere = isPair(view.page, anchor) && (progress.patch.anchors[anchor]?.length ?? 0) > 0;
      keep(isElsewhere ? withSkipped(progress, view.page, anchor) : withTaught(progress, view.page, anchor, []));
      onwards(view.page);
    },
    undo() {
      const last = progress.acts.at(-1);
      if (last === undefined) return;
      keep(withUndone(progress));
      if (last.kind === 'status') return page === null ? showPage() : showStatuses(page);
      const back = last.anchor as AnchorName;
      if (page !== last.page) return page === null ? showPage() : showPlan(page);
      if (!round.includes(back)) round = [back, ...round];
      ask(last.page, back);
    },
    plan() {
      round = [];
      if (page === null) arrive();
      else showPlan(page);
    },
    statuses() {
      if (page !== null) showStatuses(page);
    },
    setStatus(word, status: BookingStatus | null) {
      keep(withStatus(progress, word, status, today()));
      if (page !== null) showStatuses(page);
    },
    dryRun() {
      keep(withTrial(progress));
      void tryHere(false);
    },
    save() {
      ports.save(progress).then(
        (saved) => showEnd(saved, !saved),
        () => showEnd(false, true),
      );
    },
    moveAside() {
      keep({ ...progress, atStart: !progress.atStart });
      show(state.peek().view);
    },
    close: () => ports.close(),
  };

  if (progress.trying === null) arrive();
  else void tryHere(true);
  return {
    state,
    actions,
    moved: look,
    redrawn() {
      const { view } = state.peek();
      if (progress.trying !== null) return;
      // Without a load, the page may have become another one: what was asked for there is over.
      if (ports.url() !== address && view.name !== 'end') return arrive();
      if (view.name === 'plan') showPlan(view.page);
      else look();
    },
  };
}
