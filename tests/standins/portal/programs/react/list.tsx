/** List mode: controlled filters, a table, pages. */
import type { Frame, ListPage } from '../../models.ts';
import { statusCodes } from '../../status-codes.ts';
import { cls } from './classes.ts';
import { Button, Check, Radio, Select, Text } from './controls.tsx';
import { Add, Legend, Status } from './marks.tsx';
import { go } from './router.ts';
import { state } from './store.ts';

function apply(): void {
  const query = new URLSearchParams({ mode: 'liste' });
  for (const [name, given] of Object.entries(state.fields)) for (const one of given) if (one !== '') query.append(name, one);
  void go(`/reservations/ressources?${query}`);
}

function Filters({ frame, page }: { frame: Frame; page: ListPage }) {
  const { words } = frame;
  return (
    <section class={cls('panel filters')}>
      <Select name="type" label={words.types} multiple choices={page.types} />
      <fieldset><legend>{words.status}</legend>{page.statuses.map((one) => <Check key={one.key} name="statut" value={statusCodes[one.key]} label={one.word} />)}</fieldset>
      <fieldset>
        <legend>{words.period}</legend>
        <Radio name="periode" value="jour" label={words.day} /><Radio name="periode" value="semaine" label={words.week} />
        <Radio name="periode" value="mois" label={words.month} /><Radio name="periode" value="periode" label={words.between} />
        <Text name="date" label={words.date} type="date" /><Text name="du" label={words.from} type="date" /><Text name="au" label={words.to} type="date" />
      </fieldset>
      <div>
        {page.asApprover === null ? null : <Check name="approbateur" value="1" label={words.asApprover} />}
        <Check name="createur" value="1" label={words.asCreator} />
        <Text name="motCle" label={words.search} onEnter={apply} />
        <Select name="parPage" label={words.perPage} choices={page.perPageChoices.map((one) => ({ value: String(one), label: String(one) }))} />
      </div>
      <div class={cls('actions')}><a class={cls('button')} href="/reservations/ressources?mode=liste">{words.resetFilters}</a><Button primary onClick={apply}>{words.applyFilter}</Button></div>
    </section>
  );
}

export function List({ frame, page }: { frame: Frame; page: ListPage }) {
  const { words } = frame;
  const heads = [
    words.number, words.resource, ...(page.withTitles ? [words.title] : []), words.establishment, words.requester,
    words.listStart, words.listEnd, words.status, words.action,
  ];
  return (
    <>
      <div class={cls('bar')}><span class={cls('space')} /><a class={cls('mode')} href={page.calendar}>{words.calendarMode}</a><span class={cls('mode current')}>{words.listMode}</span><Add label={words.newBooking} path="/reservations/nouvelle" /></div>
      <Filters frame={frame} page={page} />
      {page.total === 0 ? <p class={cls('empty')}>{words.nothing}</p> : (
        <table class={cls('table')}>
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {page.rows.map((one) => (
              <tr key={one.number}>
                <td>{one.number}</td><td>{one.resource}</td>{page.withTitles ? <td>{one.title}</td> : null}<td>{one.establishment}</td><td>{one.requester}</td>
                <td class={cls('moment')}>{one.start}</td><td class={cls('moment')}>{one.end}</td><td class={cls('moment')}><Status mark={one.status} /> {one.status.word}</td>
                <td><a href={one.path} aria-label={`${words.consult} ${one.number}`}>{words.consult}</a></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav class={cls('pages')} aria-label={words.listMode}><span>{words.myBookings} : {page.summary}</span>{page.pages.map((one) => (one.current ? <b key={one.label}>{one.label}</b> : <a key={one.label} href={one.path}>{one.label}</a>))}</nav>
      <Legend frame={frame} legend={page.legend} />
    </>
  );
}
