/**
 * `/u/<token>`: the use of a service, to print (issue E, 2). Opened by a person of the CCT through an address that
 * `POST /v1/usage/pages` or `npm run companion -- usage` gave out and that is worth nothing some minutes later: no key
 * stands in it, and it shows sums and counts only, nobody's name and no meeting's.
 */
import { createHash } from 'node:crypto';
import { printReport } from '../../lib/report/document.ts';
import { pageStyle } from '../../lib/report/style.ts';
import { reportWords } from '../../lib/report/words.ts';
import { findUsageLink } from '../ledger/usage-links.ts';
import { readReport } from '../ledger/usage-report.ts';
import type { Routes } from '../routes/parts.ts';
import { refuse } from '../routes/problem.ts';
import { addressOf } from './address.ts';
import { saidPage } from './bilingual.ts';
import { show } from './respond.ts';
import { createThrottle } from './throttle.ts';

const A_MINUTE = 60_000;
const WRONG_A_MINUTE = 10;

/** The page carries its own style, so that it can be saved; that one and no other may apply. */
const styles = `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`;

export const usagePages: Routes = (app, { database, clock }) => {
  const wrong = createThrottle(WRONG_A_MINUTE, A_MINUTE);
  app.get('/u/:token', async (context) => {
    const now = clock.now();
    const found = await findUsageLink(database.db, context.req.param('token'), now);
    if (found === null) {
      if (!wrong.take(addressOf(context), now)) return refuse(context, 'too_many');
      return show(context, saidPage((language) => reportWords(language).t, 'pageUnknown', 'pageUnknownText'), 404);
    }
    const { question, expires } = found;
    return show(context, printReport(await readReport(database.db, question, now), question.language, expires), 200, styles);
  });
};
