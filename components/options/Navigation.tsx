import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useOptions } from './context.ts';
import { sectionIcons, sections, toHash, type Section } from './routes.ts';

/** The sections. On a narrow page the list folds under one button. */
export function Navigation({ section }: { section: Section }) {
  const { model, t } = useOptions();
  const [isOpen, setOpen] = useState(false);
  const waiting = (name: Section): number => [...model.drafts.value].filter(([path, { invalid }]) => invalid && path.startsWith(`${name}.`)).length;
  return (
    <nav class="pa-nav" aria-label={t('sections')}>
      <div class="pa-nav-toggle">
        <Button icon="menu" aria-expanded={isOpen} aria-controls="sections" onClick={() => setOpen(!isOpen)}>
          {t(`section_${section}`)}
        </Button>
      </div>
      <ul id="sections" class={isOpen ? 'pa-nav-open' : undefined}>
        {sections.map((name) => {
          const count = waiting(name);
          return (
            <li key={name}>
              <a href={toHash(name)} aria-current={name === section ? 'page' : undefined} onClick={() => setOpen(false)}>
                <Icon name={sectionIcons[name]} />
                <span>{t(`section_${name}`)}</span>
                {count > 0 && (
                  <span class="pa-nav-count">
                    <span aria-hidden="true">{count}</span>
                    <span class="pa-hidden">{t('errorsHere', { count })}</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
