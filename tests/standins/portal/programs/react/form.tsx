/** The booking form: controlled fields, JSON savings. T1, T2, T5, T7 and T12 as in the classic look. */
import type { FormPage, Frame } from '../../models.ts';
import { cls } from './classes.ts';
import { Area, Button, Select, Text, type Choice } from './controls.tsx';
import { clock } from './fields.ts';
import { Errors, Status } from './marks.tsx';
import { send } from './router.ts';
import { change, hasTrait, state } from './store.ts';

const range = (count: number, from = 0): number[] => Array.from({ length: count }, (_, index) => from + index);
const numbers = (all: readonly number[], label = (one: number) => String(one)): Choice[] => all.map((one) => ({ value: String(one), label: label(one) }));
const two = (one: number): string => String(one).padStart(2, '0');

async function save(page: FormPage): Promise<void> {
  if (hasTrait('T2')) change({ saving: true });
  await send(page.action, state.fields);
}

/** T7: asked again whenever one of these changes. */
const timing = (): string => {
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(state.fields)) {
    if (/^(?:ressource|numero|date|jour|mois|annee|debut.*|fin.*|duree.*)$/u.test(name)) for (const one of given) query.append(name, one);
  }
  return String(query);
};

let asked = '';
async function check(): Promise<void> {
  const query = timing();
  if (query === asked && state.free !== null) return;
  asked = query;
  const response = await fetch(`/api/disponibilite?${query}`);
  const { libre } = (await response.json()) as { libre: boolean };
  if (asked === query) change({ free: libre });
}

function Twin({ name }: { name: string }) {
  return hasTrait('T5') ? <input type="text" name={name} aria-label={name} disabled hidden /> : null;
}

function Dates({ frame, page }: { frame: Frame; page: FormPage }) {
  const { words } = frame;
  const quarters = [...new Set([...range(97).map((one) => one * 15), page.start, page.end])].sort((a, b) => a - b);
  if (page.shape === 'splitSelects') {
    const part = (name: string, legend: string) => (
      <fieldset class={cls('parts')}><legend>{legend}</legend><Select name={`${name}_heure`} label={words.hourPart} choices={numbers(range(25), two)} /><Select name={`${name}_minute`} label={words.minutePart} choices={numbers(range(12).map((one) => one * 5), two)} /></fieldset>
    );
    return (
      <>
        <fieldset class={cls('parts')}>
          <legend>{words.date}</legend>
          <Select name="jour" label={words.day} choices={numbers(range(31, 1))} /><Select name="mois" label={words.month} choices={numbers(range(12, 1), two)} />
          <Select name="annee" label={words.yearPart} choices={numbers(range(4, Number(page.date.slice(0, 4)) - 1))} />
        </fieldset>
        {part('debut', words.start)}{part('fin', words.end)}
      </>
    );
  }
  const units = ['minutes', 'heures', 'jours'].map((one) => ({ value: one, label: one }));
  const seconds = quarters.map((one) => ({ value: String(one * 60), label: clock(one) }));
  return (
    <>
      <Twin name="date" /><Text name="date" label={words.date} type="date" />
      {page.shape === 'isoSeconds' ? <><Twin name="debut" /><Select name="debut" label={words.start} choices={seconds} /><Twin name="fin" /><Select name="fin" label={words.end} choices={seconds} /></> : <><Twin name="debut" /><Text name="debut" label={words.start} type="time" /></>}
      {page.shape === 'text' ? <><Twin name="fin" /><Text name="fin" label={words.end} type="time" /></> : null}
      {page.shape === 'durationUnit' ? <><Text name="duree" label={words.duration} /><Select name="duree_unite" label={words.unit} choices={units} /></> : null}
    </>
  );
}

export function Form({ frame, page }: { frame: Frame; page: FormPage }) {
  const { words } = frame;
  const direct = hasTrait('T1');
  const onEnter = direct ? () => void save(page) : undefined;
  if (hasTrait('T7')) void check();
  return (
    <form
      class={cls('card')}
      hidden={!state.shown}
      onSubmit={(event) => {
        event.preventDefault();
        void save(page);
      }}
    >
      <div class={cls('actions top')}>
        <Button primary submit={!direct} disabled={state.saving} {...(direct ? { onClick: () => void save(page) } : {})}>{words.saveAndClose}</Button>
        {page.removal === null ? null : <a class={cls('button danger')} href={page.removal}>{words.remove}</a>}
        <a class={cls('button')} href={page.back}>{words.cancelForm}</a>
        {page.number === null ? null : <span class={cls('number')}>{words.number} {page.number} {page.status ? <Status mark={page.status} /> : null} {page.status?.word}</span>}
      </div>
      <Errors errors={page.errors} />
      <Select name="ressource" label={words.resourcesField} multiple={page.multiple} choices={[...(page.multiple ? [] : [{ value: '', label: '' }]), ...page.resources.map((one) => ({ value: one.id, label: one.label, group: one.group }))]} />
      <Twin name="titre" /><Text name="titre" label={words.meetingTitle} onEnter={onEnter} />
      <Text name="departement" label={words.department} onEnter={onEnter} />
      <div class={cls('when')}><Dates frame={frame} page={page} />{hasTrait('T7') && state.free !== null ? <span class={cls('glyph', state.free ? 'free' : 'taken')}>{state.free ? '✔' : '✘'}</span> : null}</div>
      <Twin name="commentaires" /><Area name="commentaires" label={words.comments} />
      <Text name="demandeur" label={words.requester} onEnter={onEnter} /><Text name="courriel" label={words.email} onEnter={onEnter} />
    </form>
  );
}
