/** Every address of the portal, in the order in which they are tried. All of them are invented (portal.md § 1). */
import { accountRoutes } from './account.ts';
import { bookingRoutes } from './booking.ts';
import { calendarPage, calendarRoutes } from './calendar.ts';
import { formRoutes } from './form.ts';
import { listPage } from './list.ts';
import { calendarPath, type Route } from './route.ts';
import { signInRoutes } from './sign-in.ts';

export const routes: Route[] = [
  ...signInRoutes,
  {
    method: 'get',
    path: calendarPath,
    access: 'members',
    handle: (visit) => (visit.query.get('mode') === 'liste' ? listPage(visit) : calendarPage(visit)),
  },
  ...calendarRoutes,
  ...formRoutes,
  ...bookingRoutes,
  ...accountRoutes,
];
