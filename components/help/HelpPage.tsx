import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { allHelp } from '../../lib/help/index.ts';
import { wordsIn } from '../../lib/help/topic.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/Mark.tsx';
import { BrowsersPage } from './BrowsersPage.tsx';
import { HelpProvider, type HelpContext } from './context.ts';
import { addressOf, readPlace, type Place } from './routes.ts';
import { ServicePage } from './ServicePage.tsx';
import { TroublesPage } from './TroublesPage.tsx';
import { useOpenForPrint } from './use-open-for-print.ts';

/** The place that the address names; going elsewhere moves the focus to its title, as a new page would. */
function usePlace(): { hash: string; place: Place } {
  const [hash, setHash] = useState(location.hash);
  const isFirst = useRef(true);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const place = readPlace(hash);
  useLayoutEffect(() => {
    const section = place.page === 'service' && place.section !== null ? document.getElementById(`${place.section}-title`) : null;
    if (section === null && isFirst.current) isFirst.current = false;
    else (section ?? document.querySelector<HTMLElement>('[data-help-title]'))?.focus();
  }, [hash]);
  return { hash, place };
}

export function HelpPage({ context }: { context: Omit<HelpContext, 'say'> }) {
  const { place } = usePlace();
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const say = (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 }));
  const { t, language } = context;
  useOpenForPrint();
  const current = (is: boolean): 'page' | undefined => (is ? 'page' : undefined);
  const [own, others] = [
    allHelp.filter(({ source }) => context.cards.some((card) => card.source === source)),
    allHelp.filter(({ source }) => !context.cards.some((card) => card.source === source)),
  ];
  return (
    <HelpProvider value={{ ...context, say }}>
      <a class="pa-skip pa-hidden" href="#main" onClick={(event) => { event.preventDefault(); document.querySelector<HTMLElement>('[data-help-title]')?.focus(); }}>
        {t('skip')}
      </a>
      <header class="pa-top">
        <p class="pa-brand">
          <Mark />
          <span>{t('product')}</span>
          <span class="pa-brand-page">{t('title')}</span>
        </p>
      </header>
      <div class="pa-layout">
        <nav class="pa-nav" aria-label={t('topics')}>
          <ul class="pa-help-nav">
            {[...own, ...others].map((help) => (
              <li key={help.source}>
                <a href={`#${addressOf(help)}`} aria-current={current(place.page === 'service' && place.help === help)}>{wordsIn(language, help.title)}</a>
              </li>
            ))}
            <li><a href="#problemes" aria-current={current(place.page === 'troubles')}>{t('troubles')}</a></li>
            <li><a href="#navigateurs" aria-current={current(place.page === 'browsers')}>{t('browsers')}</a></li>
          </ul>
        </nav>
        <main id="main" class="pa-main">
          {place.page === 'service' && <ServicePage key={place.help.source} help={place.help} section={place.section} />}
          {place.page === 'troubles' && <TroublesPage />}
          {place.page === 'browsers' && <BrowsersPage />}
        </main>
      </div>
      <LiveRegion text={said.text} turn={said.turn} />
    </HelpProvider>
  );
}
