import { BoundField } from './BoundField.tsx';
import { useOptions } from './context.ts';
import { Group } from './Group.tsx';
import { Managed } from './Managed.tsx';
import { NewPortal } from './NewPortal.tsx';
import { formatNumber } from './numbers.ts';
import { PortalCard } from './PortalCard.tsx';
import { readWhole } from './readers.ts';
import { SectionHead } from './SectionHead.tsx';
import { Notice } from '../ui/Notice.tsx';

export function PortalsSection() {
  const { model, t, language } = useOptions();
  const { portals, alerts } = model.settings.value;
  return (
    <>
      <SectionHead title={t('section_portal')} lead={t('lead_portal')} />
      {portals.length === 0 && (
        <Notice kind="warning" title={t('noPortals')} live={false}>
          {t('noPortalsMore')}
        </Notice>
      )}
      {portals.map((portal) => (
        <PortalCard key={portal.id} portal={portal} />
      ))}
      <Managed part="portals">
        <NewPortal />
      </Managed>
      <Group title={t('reading')}>
        <Managed part="everyMinutes">
          <BoundField
            path="portal.everyMinutes" kind="number" label={t('field_everyMinutes')} note={t('everyMinutesNote')} hint={t('everyMinutesHint')}
            value={alerts.everyMinutes} format={formatNumber(language)} read={readWhole(1, 120)}
            store={(everyMinutes) => model.change((settings) => ({ ...settings, alerts: { ...settings.alerts, everyMinutes } }))}
          />
        </Managed>
      </Group>
    </>
  );
}
