/** From one view of the assistant to the next, by what the page and the progress say. */
import type { AnchorName } from '../portal/anchors.ts';
import type { Alternative } from '../portal/profile.ts';
import { withVisited } from './acts.ts';
import type { Choice, Desk } from './desk.ts';
import { isJourneyPage, journeyPages, stepOf, type JourneyPage } from './journey.ts';
import { teach } from './patch.ts';
import { createPicker, describe } from './picker.ts';
import { planOf, toAsk } from './plan.ts';
import { isPair, propose, toKeep, withChoice, type Proposal } from './propose.ts';
import { statusWords } from './statuses.ts';
import type { WayView } from './views.ts';

export interface Screens {
  /** The page as the person has just come to it. */
  arrive(): void;
  /** Which page is it? */
  page(): void;
  plan(on: JourneyPage): void;
  ask(on: JourneyPage, anchor: AnchorName): void;
  /** The next anchor of the round; after the last, the words of the list's statuses, then the plan. */
  onwards(on: JourneyPage): void;
  /** The ways to find what is pointed at. */
  take(anchor: AnchorName): void;
  ways(): void;
  statuses(on: JourneyPage): void;
  end(saved: boolean, failed: boolean): void;
  /** The frame and the words follow what is pointed at, or has moved. */
  look(): void;
}

const byOf = ({ alternative }: Proposal): string => ('names' in alternative ? (alternative.names[0] ?? '') : alternative.selector);
const toWay = (proposal: Proposal): WayView => ({ stability: proposal.stability, by: byOf(proposal), matches: proposal.matches, exact: proposal.exact });

/** What is taught of an anchor by one of the ways that were proposed for it. */
export const taughtBy = ({ progress }: Desk, on: JourneyPage, { anchor, proposals }: Choice, proposal: Proposal): Alternative[] =>
  withChoice(progress.patch.anchors[anchor], toKeep(proposal, proposals), isPair(on, anchor));

export function screensOf(desk: Desk): Screens {
  const { ports, portalWith, show } = desk;
  const screens: Screens = {
    arrive() {
      desk.address = ports.url();
      const kind = portalWith().kind();
      if (!isJourneyPage(kind)) return screens.page();
      desk.keep(withVisited(desk.progress, kind, desk.address));
      screens.plan(kind);
    },
    page() {
      const kind = portalWith().kind();
      show({ name: 'page', recognised: isJourneyPage(kind) ? kind : null });
    },
    plan(on) {
      desk.page = on;
      desk.picker = null;
      desk.choice = null;
      const portal = portalWith();
      const items = planOf(portal, on, desk.progress);
      show({ name: 'plan', page: on, items, left: toAsk(items, on, { ...desk.progress, skipped: {} }).length, outcome: desk.outcomeWith(on), words: statusWords(portal).length });
    },
    ask(on, anchor) {
      const sort = stepOf(on, anchor)?.sort ?? 'box';
      desk.picker = createPicker(ports.document, sort, ports.clock);
      desk.choice = null;
      show({ name: 'ask', page: on, anchor, sort, at: Math.max(desk.round.indexOf(anchor), 0) + 1, of: Math.max(desk.round.length, 1), picking: true, under: null });
    },
    onwards(on) {
      const [next] = toAsk(planOf(portalWith(), on, desk.progress), on, desk.progress).filter((anchor) => desk.round.includes(anchor));
      if (next !== undefined) return screens.ask(on, next);
      const isUnsaid = desk.round.length > 0 && on === 'list' && statusWords(portalWith()).some(({ status }) => status === null);
      desk.round = [];
      if (isUnsaid) screens.statuses(on);
      else screens.plan(on);
    },
    take(anchor) {
      const { page } = desk;
      const element = desk.picker?.element();
      if (!element || page === null) return;
      const proposals = propose({ view: portalWith(), page, anchor, element }, ports.today());
      desk.choice = { anchor, element, proposals, chosen: proposals[0]?.exact ? 0 : null };
      screens.ways();
    },
    ways() {
      const { page, choice } = desk;
      const { view } = desk.state.peek();
      if (page === null || choice === null || (view.name !== 'ask' && view.name !== 'ways')) return;
      const { anchor, element, proposals, chosen } = choice;
      const proposal = chosen === null ? undefined : proposals[chosen];
      const outcome = proposal ? desk.outcomeWith(page, teach(desk.progress.patch, anchor, taughtBy(desk, page, choice, proposal))) : null;
      show({ name: 'ways', page, anchor, picked: describe(element), ways: proposals.map(toWay), chosen, outcome });
    },
    statuses: (on) => show({ name: 'statuses', page: on, words: statusWords(portalWith()) }),
    end(saved, failed) {
      const { outcomes } = desk.progress;
      show({ name: 'end', outcomes, unseen: journeyPages.filter((one) => !outcomes.some(({ page }) => page === one)), saved, failed });
    },
    look() {
      const { view } = desk.state.peek();
      if (view.name === 'ask') show({ ...view, under: desk.picker?.shown() ?? null });
      else if (view.name === 'ways') show({ ...view });
    },
  };
  return screens;
}
