/** The whole page; its key changes with the generation, so that every node of the old one goes. */
import type { Frame, Page } from '../../models.ts';
import { Calendar } from './calendar.tsx';
import { cls } from './classes.ts';
import { Form } from './form.tsx';
import { List } from './list.tsx';
import { Detail, Removal, SignIn, Simple } from './pages.tsx';
import { send } from './router.ts';
import { state } from './store.ts';

function Content({ frame, page }: { frame: Frame; page: Page }) {
  switch (page.kind) {
    case 'calendar': return <Calendar frame={frame} page={page} />;
    case 'list': return <List frame={frame} page={page} />;
    case 'form': return <Form frame={frame} page={page} />;
    case 'detail': return <Detail frame={frame} page={page} />;
    case 'removal': return <Removal frame={frame} page={page} />;
    case 'signIn': return <SignIn frame={frame} page={page} />;
    case 'simple': return <Simple page={page} />;
  }
}

function Head({ frame }: { frame: Frame }) {
  const { words, user } = frame;
  return (
    <header class={cls('head')}>
      <a class={cls('logo')} href="/"><b>{words.product}</b><span>{words.productLong}</span></a>
      <nav class={cls('menu')}>
        {frame.menu.map((one) => (
          <div key={one.label} class={cls('menu-item')}>
            {one.path === null ? <button type="button" class={cls('menu-label', one.current && 'current')}>{one.label}</button> : <a class={cls('menu-label', one.current && 'current')} href={one.path}>{one.label}</a>}
            <div class={cls('menu-list')}>{one.entries.map((entry) => <a key={entry.path} href={entry.path}>{entry.label}</a>)}</div>
          </div>
        ))}
      </nav>
      {user === null ? null : <div class={cls('person')}><b>{user.name}</b><span>{user.establishment}</span><button type="button" class={cls('plain')} onClick={() => void send('/deconnexion', {})}>{words.signOut}</button></div>}
    </header>
  );
}

export function App() {
  const { full, generation } = state;
  if (full === null) return <div class={cls('loading')}>Chargement…</div>;
  return (
    <div key={generation} class={cls('app')}>
      <Head frame={full.frame} />
      <main class={cls('main')}>
        <h1>{full.page.title}</h1>
        {full.frame.notice === null ? null : <div class={cls('message well')} role="status">{full.frame.notice}</div>}
        <Content frame={full.frame} page={full.page} />
      </main>
      <footer class={cls('foot')}><span>CHU de Québec-Université Laval – CCT</span><span>Imitation pour essais : aucune donnée réelle</span></footer>
    </div>
  );
}
