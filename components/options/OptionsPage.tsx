import { PageFrame } from '../page/PageFrame.tsx';
import { focusTitle, useHash } from '../page/use-hash.ts';
import { useSaid } from '../ui/use-said.ts';
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

/** The section named by the address. */
function useRoute(): Route {
  const hash = useHash((isFirst) => {
    if (isFirst) return;
    focusTitle();
    scrollTo(0, 0);
  });
  return readRoute(hash);
}

export function OptionsPage({ context }: { context: Omit<OptionsContext, 'say'> }) {
  const route = useRoute();
  const [said, say] = useSaid();
  const { t } = context;
  return (
    <OptionsProvider value={{ ...context, say }}>
      <PageFrame words={{ skip: t('skip'), product: t('product'), title: t('title') }} said={said} status={<SaveStatus />} navigation={<Navigation section={route.section} />}>
        <WorkerNotice />
        <PolicyProblems />
        <SaveProblems />
        <Undo />
        <Section key={`${route.section}/${route.item ?? ''}`} route={route} />
      </PageFrame>
    </OptionsProvider>
  );
}
