/**
 * How often each anchor is found on each fixture page: « ~ » by a fallback, « ×n » when not once. `own` are those that the
 * health of the page tells; `others` belong to another kind of page and stand here too (the portal's menu, a « Courriel »
 * elsewhere). Whatever is not named is found nowhere on the page. Each was compared with the page; a change here is a change of the engine.
 */
import type { Family, PageName } from './pages.ts';

export interface Counts {
  own: string;
  others: string;
}

export const counts: Record<Family, Record<PageName, Counts>> = {
  classic: {
    calendar: { own: 'account×3 pageTitle criteria legend~ grid gridDay', others: 'columnResource date' },
    list: { own: 'account×3 pageTitle pageSize search onlyToApprove columnNumber columnResource columnTitle columnEstablishment columnRequester columnStart columnEnd columnStatus', others: 'applyFilter legend date' },
    form: { own: 'account×3 save resource title date start end freeText requester email', others: '' },
    detail: { own: 'account×3 number resource title establishment start end freeText requester email status approve reject', others: 'columnNumber columnResource columnTitle columnEstablishment columnRequester columnEmail columnStart columnEnd columnFreeText×2 columnStatus' },
    signIn: { own: 'password~ forgottenPassword', others: '' },
    other: { own: '', others: 'account×3 save email' },
  },
  roles: {
    calendar: { own: 'account×2 pageTitle criteria resourceTree characteristics saveFilters applyFilter legend~ grid gridDay', others: 'nextPage previousPage columnResource date' },
    list: { own: 'account×2 pageTitle pageSize search onlyToApprove columnNumber columnResource columnTitle columnEstablishment columnRequester columnStart columnEnd columnStatus', others: 'applyFilter legend date' },
    form: { own: 'account×2 save resource title date start end freeText requester email', others: '' },
    detail: { own: 'account×2 number resource title establishment start end freeText requester email status approve reject', others: 'columnFreeText' },
    signIn: { own: 'password~ forgottenPassword', others: '' },
    other: { own: '', others: 'account×2 columnNumber columnEstablishment' },
  },
  boxes: {
    calendar: { own: 'criteria~ characteristics~ saveFilters~ applyFilter~ grid gridDay', others: 'columnResource×2 resource' },
    list: { own: 'pageSize~ columnNumber~ columnResource~ columnTitle~ columnEstablishment~ columnRequester~ columnDate~ columnStart~ columnDuration~ columnStatus~', others: '' },
    form: { own: 'save~ resource~ title~ date~×3 start~ end~ freeText~ requester~ email~', others: 'columnResource columnTitle columnRequester columnEmail columnDate columnStart columnEnd columnFreeText' },
    detail: { own: 'number resource title establishment start end freeText requester status approve~ reject~', others: 'columnNumber×2 columnResource columnTitle columnEstablishment columnRequester columnStart columnEnd columnFreeText×2 columnStatus' },
    signIn: { own: 'password~ forgottenPassword~', others: '' },
    other: { own: '', others: 'columnEmail columnStatus' },
  },
  ext: {
    calendar: { own: 'account×3 criteria~ characteristics~ saveFilters applyFilter grid gridDay', others: 'columnResource resource×2' },
    list: { own: 'account×3 pageSize~ search nextPage previousPage onlyToApprove columnNumber columnResource columnTitle columnEstablishment columnRequester columnEmail columnStart columnEnd columnStatus', others: 'applyFilter' },
    form: { own: 'account×3 save resource title date start duration durationUnit freeText requester email', others: '' },
    detail: { own: 'account×3 number resource title establishment date start duration freeText requester email status approve reject', others: 'columnNumber columnFreeText' },
    signIn: { own: 'password~ forgottenPassword', others: '' },
    other: { own: '', others: 'account×3 columnNumber columnEstablishment' },
  },
  frames: {
    calendar: { own: 'account×3 criteria characteristics~ saveFilters applyFilter grid gridDay', others: 'columnResource resource×5' },
    list: { own: 'account×3 pageSize~ search~ columnNumber~ columnResource~ columnTitle~ columnEstablishment~ columnRequester~ columnDate~ columnStart~ columnEnd~ columnStatus~', others: 'applyFilter' },
    form: { own: 'account×3 save resource~ title~ date~×3 start~×2 end~×2 freeText~ requester~ email~', others: 'columnResource columnTitle columnRequester columnEmail columnDate columnStart columnEnd columnFreeText' },
    detail: { own: 'account×3 number resource title establishment date start end freeText requester email status approve reject', others: 'columnNumber×2 columnResource columnTitle columnEstablishment columnRequester columnEmail columnDate columnStart columnEnd columnFreeText×2 columnStatus' },
    signIn: { own: 'password~ forgottenPassword', others: '' },
    other: { own: '', others: 'account×3 columnEmail save email' },
  },
  components: {
    calendar: { own: 'account×3 pageTitle criteria resourceTree characteristics saveFilters~ applyFilter~ dayHeading grid gridDay', others: 'columnResource' },
    list: { own: 'account×3 pageTitle pageSize search onlyToApprove columnNumber columnResource columnTitle columnEstablishment columnRequester columnStart columnEnd columnStatus', others: 'applyFilter' },
    form: { own: 'account×3 save~ resource title start end freeText requester email', others: '' },
    detail: { own: 'account×3 number resource title establishment start end freeText requester email status approve~ reject~', others: 'columnNumber columnFreeText' },
    signIn: { own: 'password~ forgottenPassword', others: '' },
    other: { own: '', others: 'account×3 save email' },
  },
};

/** A list that holds no booking, which says so. */
export const emptyListCounts: Counts = { own: 'account×3 pageTitle pageSize search emptyList~ onlyToApprove', others: 'applyFilter legend date' };
