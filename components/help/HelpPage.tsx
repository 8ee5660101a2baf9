import { accessibility } from '../../lib/help/accessibility.ts';
import { allHelp } from '../../lib/help/index.ts';
import { troubles } from '../../lib/help/troubles.ts';
import { wordsIn } from '../../lib/help/topic.ts';
import { PageFrame } from '../page/PageFrame.tsx';
import { focusTitle, useHash } from '../page/use-hash.ts';
import { useSaid } from '../ui/use-said.ts';
import { BrowsersPage } from './BrowsersPage.tsx';
import { HelpProvider, type HelpContext } from './context.ts';
import { addressOf, readPlace, type Place } from './routes.ts';
import { ServicePage } from './ServicePage.tsx';
import { TextPage } from './TextPage.tsx';
import { useOpenForPrint } from './use-open-for-print.ts';

/** The place that the address names: its section where it names one. */
function usePlace(): Place {
  const hash = useHash((isFirst) => {
    const there = readPlace(location.hash);
    const section = there.page === 'service' && there.section !== null ? document.getElementById(`${there.section}-title`) : null;
    if (section !== null) section.focus();
    else if (!isFirst) focusTitle();
  });
  return readPlace(hash);
}

export function HelpPage({ context }: { context: Omit<HelpContext, 'say'> }) {
  const place = usePlace();
  const [said, say] = useSaid();
  const { t, language } = context;
  useOpenForPrint();
  const current = (is: boolean): 'page' | undefined => (is ? 'page' : undefined);
  const [own, others] = [
    allHelp.filter(({ source }) => context.cards.some((card) => card.source === source)),
    allHelp.filter(({ source }) => !context.cards.some((card) => card.source === source)),
  ];
  return (
    <HelpProvider value={{ ...context, say }}>
      <PageFrame
        words={{ skip: t('skip'), product: t('product'), title: t('title') }}
        said={said}
        navigation={
          <nav class="pa-nav" aria-label={t('topics')}>
            <ul class="pa-help-nav">
              {[...own, ...others].map((help) => (
                <li key={help.source}>
                  <a href={`#${addressOf(help)}`} aria-current={current(place.page === 'service' && place.help === help)}>{wordsIn(language, help.title)}</a>
                </li>
              ))}
              <li><a href="#problemes" aria-current={current(place.page === 'troubles')}>{wordsIn(language, troubles.title)}</a></li>
              <li><a href="#navigateurs" aria-current={current(place.page === 'browsers')}>{t('browsers')}</a></li>
              <li><a href="#accessibilite" aria-current={current(place.page === 'accessibility')}>{wordsIn(language, accessibility.title)}</a></li>
            </ul>
          </nav>
        }
      >
        {place.page === 'service' && <ServicePage key={place.help.source} help={place.help} section={place.section} />}
        {place.page === 'troubles' && <TextPage key="troubles" section={troubles} />}
        {place.page === 'accessibility' && <TextPage key="accessibility" section={accessibility} />}
        {place.page === 'browsers' && <BrowsersPage />}
      </PageFrame>
    </HelpProvider>
  );
}
