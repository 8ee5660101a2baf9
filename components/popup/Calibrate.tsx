import { portalWords } from '../portals/words.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { usePopup } from './context.ts';

/** An administrator may teach a portal at any time, not only once something of it is red. */
export function Calibrate() {
  const { model, actions, language } = usePopup();
  if (model.person.role !== 'admin' || model.portals.length === 0) return null;
  const t = portalWords(language);
  return (
    <footer class="pa-services">
      <Disclosure summary={t('calibrateAny', { count: model.portals.length })}>
        <ul>
          {model.portals.map((portal) => (
            <li key={portal.id}>
              <strong>{portal.name}</strong>
              <span>
                <Button size="small" icon="search" onClick={() => actions.calibrate(portal)} aria-label={t('calibrateNamed', { portal: portal.name })}>
                  {t('calibrate')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </footer>
  );
}
