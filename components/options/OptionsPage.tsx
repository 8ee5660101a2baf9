import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/Mark.tsx';
import { AboutSection } from './AboutSection.tsx';
import { AlertsSection } from './alerts/AlertsSection.tsx';
import { BackupSection } from './backup/BackupSection.tsx';
import { CompanionSection } from './CompanionSection.tsx';
import { OptionsProvider, type OptionsContext } from './context.ts';
import { EstablishmentsSection } from './establishments/EstablishmentsSection.tsx';
import { FeaturesSection } from './FeaturesSection.tsx';
import { Managed, PolicyProblems } from './Managed.tsx';
import { Navigation } from './Navigation.tsx';
import { PersonSection } from './PersonSection.tsx';
import { PortalsSection } from './PortalsSection.tsx';
import { PrivacySection } from './privacy/PrivacySection.tsx';
import { readRoute, type Route } from './routes.ts';
import { SaveProblems, SaveStatus } from './SaveStatus.tsx';
import { ServicesSection } from './services/ServicesSection.tsx';
import { Undo } from './Undo.tsx';
import { UsageSection } from './usage/UsageSection.tsx';
import { WorkerNotice } from './WorkerNotice.tsx';

function Section({ route }: { route: Route }) {
  if (route.section === 'portal') return <PortalsSection />;
  if (route.section === 'services') return <Managed part="cards"><ServicesSection item={route.item} /></Managed>;
  if (route.section === 'establishments') return <Managed part="roster"><EstablishmentsSection item={route.item} /></Managed>;
  if (route.section === 'usage') return <UsageSection />;
  if (route.section === 'companion') return <CompanionSection />;
  if (route.section === 'alerts') return <AlertsSection />;
  if (route.section === 'person') return <PersonSection />;
  if (route.section === 'features') return <Managed part="disabledFeatures"><FeaturesSection /></Managed>;
  if (route.section === 'privacy') return <PrivacySection />;
  if (route.section === 'backup') return <BackupSection />;
  return <AboutSection item={route.item} />;
}

/** The section named by the address; going elsewhere moves the focus to its title, as a new page would. */
function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  const isFirst = useRef(true);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useLayoutEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else {
      document.querySelector<HTMLElement>('[data-section-title]')?.focus();
      scrollTo(0, 0);
    }
  }, [hash]);
  return readRoute(hash);
}

export function OptionsPage({ context }: { context: Omit<OptionsContext, 'say'> }) {
  const route = useRoute();
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const say = (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 }));
  const { t } = context;
  return (
    <OptionsProvider value={{ ...context, say }}>
      <a class="pa-skip pa-hidden" href="#main" onClick={(event) => { event.preventDefault(); document.querySelector<HTMLElement>('[data-section-title]')?.focus(); }}>
        {t('skip')}
      </a>
      <header class="pa-top">
        <p class="pa-brand">
          <Mark />
          <span>{t('product')}</span>
          <span class="pa-brand-page">{t('title')}</span>
        </p>
        <SaveStatus />
      </header>
      <div class="pa-layout">
        <Navigation section={route.section} />
        <main id="main" class="pa-main">
          <WorkerNotice />
          <PolicyProblems />
          <SaveProblems />
          <Undo />
          <Section key={`${route.section}/${route.item ?? ''}`} route={route} />
        </main>
      </div>
      <LiveRegion text={said.text} turn={said.turn} />
    </OptionsProvider>
  );
}
