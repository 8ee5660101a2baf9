/** What each click and key in the assistant does. */
import type { AnchorName } from '../portal/anchors.ts';
import { withPage, withSkipped, withStatus, withTaught, withTrial, withUndone } from './acts.ts';
import type { Desk } from './desk.ts';
import { tryHere } from './dry-run.ts';
import { planOf, toAsk } from './plan.ts';
import { scrollUnder } from './pointer.ts';
import { isPair } from './propose.ts';
import { taughtBy, type Screens } from './screens.ts';
import type { AssistantActions, View } from './views.ts';

export function actionsOf(desk: Desk, screens: Screens): AssistantActions {
  const { ports, show, keep } = desk;
  const viewNow = (): View => desk.state.peek().view;
  const actions: AssistantActions = {
    choosePage(on) {
      keep(withPage(desk.progress, on, ports.url(), ports.today()));
      screens.plan(on);
    },
    otherPage: screens.page,
    begin() {
      const { page } = desk;
      if (page === null) return;
      // Begun again, what was put off is asked for again.
      keep({ ...desk.progress, skipped: { ...desk.progress.skipped, [page]: [] } });
      desk.round = toAsk(planOf(desk.portalWith(), page, desk.progress), page, desk.progress);
      screens.onwards(page);
    },
    ask(anchor) {
      if (desk.page === null) return;
      desk.round = [anchor as AnchorName];
      screens.ask(desk.page, anchor as AnchorName);
    },
    pick(on) {
      const view = viewNow();
      if (view.name !== 'ask') return;
      desk.picker?.clear();
      show({ ...view, picking: on, under: null });
    },
    pointAt(x, y) {
      desk.picker?.pointAt(x, y);
      screens.look();
    },
    chooseAt(x, y) {
      desk.picker?.pointAt(x, y);
      actions.choosePicked();
    },
    key(key, shift) {
      const view = viewNow();
      if (view.name !== 'ask' || !view.picking) return false;
      if (key === 'Enter') actions.choosePicked();
      else if (key === 'Escape') actions.pick(false);
      else if (!desk.picker?.key(key, shift)) return false;
      else screens.look();
      return true;
    },
    scroll(x, y, dx, dy) {
      scrollUnder(ports.document, x, y, dx, dy);
      screens.look();
    },
    choosePicked() {
      const view = viewNow();
      if (view.name === 'ask') screens.take(view.anchor as AnchorName);
    },
    way(index) {
      if (desk.choice?.proposals[index]?.exact !== true) return;
      desk.choice = { ...desk.choice, chosen: index };
      screens.ways();
    },
    widen() {
      if (desk.choice === null) return;
      desk.picker?.widen();
      screens.take(desk.choice.anchor);
    },
    accept() {
      const { page, choice } = desk;
      const proposal = choice?.proposals[choice.chosen ?? -1];
      if (page === null || choice === null || proposal === undefined) return;
      keep(withTaught(desk.progress, page, choice.anchor, taughtBy(desk, page, choice, proposal)));
      screens.onwards(page);
    },
    again() {
      if (desk.choice !== null && desk.page !== null) screens.ask(desk.page, desk.choice.anchor);
    },
    skip() {
      const view = viewNow();
      if (view.name !== 'ask' && view.name !== 'ways') return;
      keep(withSkipped(desk.progress, view.page, view.anchor as AnchorName));
      screens.onwards(view.page);
    },
    absent() {
      const view = viewNow();
      if (view.name !== 'ask') return;
      const anchor = view.anchor as AnchorName;
      // A booking's page may lack what its form has: what was shown there stays.
      const isElsewhere = isPair(view.page, anchor) && (desk.progress.patch.anchors[anchor]?.length ?? 0) > 0;
      keep(isElsewhere ? withSkipped(desk.progress, view.page, anchor) : withTaught(desk.progress, view.page, anchor, []));
      screens.onwards(view.page);
    },
    undo() {
      const last = desk.progress.acts.at(-1);
      if (last === undefined) return;
      keep(withUndone(desk.progress));
      const { page } = desk;
      if (page === null) return screens.page();
      if (last.kind === 'status') return screens.statuses(page);
      if (page !== last.page) return screens.plan(page);
      const back = last.anchor as AnchorName;
      if (!desk.round.includes(back)) desk.round = [back, ...desk.round];
      screens.ask(page, back);
    },
    plan() {
      desk.round = [];
      if (desk.page === null) screens.arrive();
      else screens.plan(desk.page);
    },
    statuses() {
      if (desk.page !== null) screens.statuses(desk.page);
    },
    setStatus(word, status) {
      keep(withStatus(desk.progress, word, status, ports.today()));
      if (desk.page !== null) screens.statuses(desk.page);
    },
    dryRun() {
      keep(withTrial(desk.progress));
      void tryHere(desk, screens, false);
    },
    save() {
      ports.save(desk.progress).then(
        (saved) => screens.end(saved, !saved),
        () => screens.end(false, true),
      );
    },
    moveAside() {
      keep({ ...desk.progress, atStart: !desk.progress.atStart });
      show(viewNow());
    },
    close: () => ports.close(),
  };
  return actions;
}
