import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  /** A number after the label; `name` is how it is read: « 3 demandes ». */
  count?: { text: string; name: string };
}

export interface TabsProps<Id extends string> {
  /** What the tabs choose between. */
  label: string;
  tabs: readonly Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** The panel of the selected tab. */
  children: ComponentChildren;
}

/** Where an arrow leads, or null when the key is not one of the pattern's. */
const target = (key: string, index: number, count: number): number | null => {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index + count - 1) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
};

/** The WAI-ARIA tabs pattern: one tab stop, arrows move and select, the panel follows. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Id>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, index: number) => {
    const next = target(event.key, index, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (next === null || tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    const buttons = list.current?.querySelectorAll<HTMLElement>('[role=tab]');
    buttons?.[next]?.focus();
  };
  return (
    <div>
      <div class="pa-tablist" role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            id={`${base}-tab-${tab.id}`}
            class="pa-tab"
            type="button"
            role="tab"
            aria-selected={tab.id === selected ? 'true' : 'false'}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={(event) => move(event, index)}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span class="pa-tab-count">
                <span aria-hidden="true">{tab.count.text}</span>
                <span class="pa-hidden">{tab.count.name}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      <div class="pa-tabpanel" role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-tab-${selected}`} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}
