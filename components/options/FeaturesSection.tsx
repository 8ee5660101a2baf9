import { Checkbox } from '../ui/Checkbox.tsx';
import { useOptions } from './context.ts';
import { switchFeature } from './edits.ts';
import { switchableFeatures } from './features.ts';
import { FeatureLight } from './FeatureLight.tsx';
import { Group } from './Group.tsx';
import { SectionHead } from './SectionHead.tsx';

/** One switch a feature of the overlay (U16). */
export function FeaturesSection() {
  const { model, t } = useOptions();
  const { disabledFeatures } = model.settings.value;
  return (
    <>
      <SectionHead title={t('section_features')} lead={t('lead_features')} />
      <Group>
        {switchableFeatures.map((id) => (
          <div key={id} class="pa-feature">
            <Checkbox label={t(`feature_${id}`)} hint={t(`feature_${id}_hint`)} checked={!disabledFeatures.includes(id)} onChange={(on) => model.change(switchFeature(id, on))} />
            <p style={{ paddingInlineStart: '34px' }}>
              <FeatureLight id={id} off={disabledFeatures.includes(id)} />
            </p>
          </div>
        ))}
      </Group>
    </>
  );
}
