/** The home page (portal.md § 1): a user code, a password, « Mot de passe oublié ». */
import { users } from '../data/users.ts';
import { messages } from '../wording.ts';
import { firstFilter } from './access.ts';
import { calendarPath, say, type Result, type Route, type Visit } from './route.ts';

/** Only paths of this portal: never an address given from outside. */
const safe = (path: string | null): string => (path !== null && /^\/(?![/\\])/u.test(path) ? path : calendarPath);

function signInPage(visit: Visit, code: string, errors: string[]): Result {
  const { words, word } = visit.presenter;
  return {
    status: errors.length > 0 ? 403 : 200,
    page: {
      kind: 'signIn',
      title: words.signIn,
      action: '/connexion',
      hidden: [['retour', safe(visit.query.get('retour') ?? visit.fields.get('retour'))]],
      user: code,
      forgotten: '/mot-de-passe',
      errors: errors.map(word),
    },
  };
}

export const signInRoutes: Route[] = [
  {
    method: 'get',
    path: '/',
    access: 'anyone',
    handle: ({ session }) => ({ go: session.user === null ? '/connexion' : calendarPath }),
  },
  { method: 'get', path: '/connexion', access: 'anyone', handle: (visit) => signInPage(visit, '', []) },
  {
    method: 'post',
    path: '/connexion',
    access: 'anyone',
    handle: (visit) => {
      const code = (visit.fields.get('utilisateur') ?? '').trim();
      const user = users.find((one) => one.code === code.toLowerCase() && one.password === visit.fields.get('motDePasse'));
      if (!user) return signInPage(visit, code, [messages.badSignIn]);
      visit.portal.sessions.delete(visit.session.id);
      visit.session = visit.portal.openSession(user, visit.session.look, firstFilter(visit.portal.store, user));
      return { go: safe(visit.fields.get('retour')) };
    },
  },
  {
    method: 'post',
    path: '/deconnexion',
    access: 'anyone',
    handle: (visit) => {
      visit.portal.sessions.delete(visit.session.id);
      visit.session = visit.portal.openSession(null, visit.session.look, { resources: [], characteristics: [] });
      return { go: '/connexion' };
    },
  },
  { method: 'get', path: '/mot-de-passe', access: 'anyone', handle: ({ presenter }) => say(presenter, 'Mot de passe oublié', messages.passwordHelp) },
];
