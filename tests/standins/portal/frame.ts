/** The top of every page: menu, person, notice. */
import { establishmentNamed } from './data/establishments.ts';
import { roleNames } from './data/users.ts';
import type { Frame, Page } from './models.ts';
import { isManager } from './routes/access.ts';
import { calendarPath, type Visit } from './routes/route.ts';

/** Takes the session's notice: it is said once. */
export function frameOf(visit: Visit, page: Page): Frame {
  const { presenter, session } = visit;
  const { words } = presenter;
  const { user } = session;
  const notice = session.notice;
  session.notice = null;
  const menu: Frame['menu'] = [
    { label: words.myBookings, path: calendarPath, current: page.kind === 'calendar' || page.kind === 'list' || page.kind === 'detail', entries: [{ label: words.resources, path: calendarPath }] },
    { label: words.newBooking, path: '/reservations/nouvelle', current: page.kind === 'form', entries: [{ label: words.resources, path: '/reservations/nouvelle' }] },
    {
      label: words.myAccount,
      path: null,
      current: visit.address.startsWith('/compte/'),
      entries: [
        ...(user && isManager(user) ? [{ label: words.catalogue, path: '/compte/ressources' }, { label: words.users, path: '/compte/utilisateurs' }] : []),
        { label: words.preferences, path: '/compte/preferences' },
      ],
    },
  ];
  return {
    words,
    user: user && {
      name: presenter.fullName(user.name),
      role: presenter.word(roleNames[user.role]),
      establishment: presenter.fullName(establishmentNamed(user.establishmentId).name),
    },
    menu: user ? menu : [],
    token: session.token,
    notice,
    traits: [...visit.portal.traits],
  };
}
