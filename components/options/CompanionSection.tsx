import { useState } from 'preact/hooks';
import { BoundField, formatText } from './BoundField.tsx';
import { CompanionKey } from './CompanionKey.tsx';
import { CompanionVerify } from './CompanionVerify.tsx';
import { useCompanionWords } from './companion-words.ts';
import { useOptions } from './context.ts';
import type { Finding } from './finding.ts';
import { Group } from './Group.tsx';
import { Managed } from './Managed.tsx';
import { optional, readAddress } from './readers.ts';
import { SectionHead } from './SectionHead.tsx';

export function CompanionSection() {
  const { model, t } = useOptions();
  const words = useCompanionWords();
  const [finding, setFinding] = useState<Finding | null>(null);
  return (
    <>
      <SectionHead title={t('section_companion')} lead={t('lead_companion')} />
      <Group>
        <Managed part="companionAddress">
          <BoundField
            path="companion.address" kind="url" label={words('companionAddress')} hint={words('companionAddressHint')}
            value={model.settings.value.companion.address} format={formatText} read={optional(readAddress)}
            store={(address) => model.change((settings) => ({ ...settings, companion: { ...settings.companion, address } }))}
          />
        </Managed>
      </Group>
      <CompanionKey finding={finding} onFinding={setFinding} />
      <CompanionVerify finding={finding} onFinding={setFinding} />
    </>
  );
}
