/** Controlled controls: what they show is what the program knows; a value set without an event is lost at the next drawing. */
import type { ComponentChildren } from 'preact';
import { cls } from './classes.ts';
import { setField, toggle, value, values } from './store.ts';

interface Named {
  name: string;
  label: string;
}

/** Preact ties `role` to each type of input by itself; these four take none. */
const typed = (type: TextType) => ({ type }) as { type: 'text' };
type TextType = 'text' | 'password' | 'date' | 'time';

export function Text({ name, label, type = 'text', onEnter }: Named & { type?: TextType; onEnter?: (() => void) | undefined }) {
  return (
    <div class={cls('field')}>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        {...typed(type)}
        value={value(name)}
        onInput={(event) => setField(name, [event.currentTarget.value])}
        onKeyDown={(event) => {
          if (!onEnter || event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
    </div>
  );
}

export function Area({ name, label }: Named) {
  return (
    <div class={cls('field wide')}>
      <label for={name}>{label}</label>
      <textarea id={name} name={name} rows={5} value={value(name)} onInput={(event) => setField(name, [event.currentTarget.value])} />
    </div>
  );
}

export interface Choice {
  value: string;
  label: string;
  group?: string;
}

export function Select({ name, label, choices, multiple = false }: Named & { choices: readonly Choice[]; multiple?: boolean }) {
  const groups = [...new Set(choices.map((one) => one.group))];
  const chosen = values(name);
  const option = (one: Choice) => <option key={one.value} value={one.value} selected={chosen.includes(one.value)}>{one.label}</option>;
  const change = (element: HTMLSelectElement): void => setField(name, [...element.selectedOptions].map((one) => one.value).filter((one) => one !== ''));
  return (
    <div class={cls('field')}>
      <label for={name}>{label}</label>
      <select id={name} name={name} multiple={multiple} size={multiple ? 6 : 0} onChange={(event) => change(event.currentTarget)}>
        {groups.map((group) => {
          const members = choices.filter((one) => one.group === group).map(option);
          return group === undefined ? members : <optgroup key={group} label={group}>{members}</optgroup>;
        })}
      </select>
    </div>
  );
}

export function Check({ name, value: own, label }: Named & { value: string }) {
  return (
    <label class={cls('check')}>
      <input type="checkbox" name={name} value={own} checked={values(name).includes(own)} onChange={() => toggle(name, own)} /> {label}
    </label>
  );
}

export function Radio({ name, value: own, label }: Named & { value: string }) {
  return (
    <label class={cls('check')}>
      <input type="radio" name={name} value={own} checked={value(name) === own} onChange={() => setField(name, [own])} /> {label}
    </label>
  );
}

export function Button({ onClick, primary, danger, children, submit, disabled }: {
  onClick?: () => void; primary?: boolean; danger?: boolean; submit?: boolean; disabled?: boolean; children: ComponentChildren;
}) {
  return <button type={submit ? 'submit' : 'button'} class={cls('button', primary && 'primary', danger && 'danger')} disabled={disabled ?? false} onClick={() => onClick?.()}>{children}</button>;
}
