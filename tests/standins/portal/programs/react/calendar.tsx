/** The hour grid: no table, roles of a grid, bookings placed on quarter-hour columns. */
import type { CalendarPage, Frame, GridBooking, GridRow } from '../../models.ts';
import { statusCodes } from '../../status-codes.ts';
import { cls } from './classes.ts';
import { Button } from './controls.tsx';
import { Criteria } from './criteria.tsx';
import { clock } from './fields.ts';
import { Add, Legend, Status } from './marks.tsx';
import { go } from './router.ts';
import { setField, value } from './store.ts';

const QUARTER = 15;

function Booking({ one, page }: { one: GridBooking; page: CalendarPage }) {
  const first = page.hours[0] * 60;
  const columns = (page.hours[1] + 1) * 4 - page.hours[0] * 4;
  const from = Math.max(0, Math.floor((one.from - first) / QUARTER));
  const to = Math.min(columns, Math.ceil((one.to - first) / QUARTER));
  if (to <= 0 || from >= columns) return null;
  return (
    <a href={one.path} class={cls('booking', `booking-${statusCodes[one.status.key]}`)} style={{ gridColumn: `${from + 1} / ${to + 1}` }}>
      <Status mark={one.status} />
      {one.title === null ? null : <b>{one.title}</b>}
      <span>{one.establishment}</span>
      <small>{one.time}</small>
    </a>
  );
}

function Row({ frame, page, row, hours }: { frame: Frame; page: CalendarPage; row: GridRow; hours: number[] }) {
  return (
    <div role="row" class={cls('row')}>
      <div role="rowheader" class={cls('row-head')}>
        <a href={row.infoPath} class={cls('info')} title={frame.words.info}>i</a><span class={cls('row-name')}>{row.name}</span><span class={cls('count')}>{row.capacity}</span>
      </div>
      <div role="gridcell" class={cls('track')}>
        <div class={cls('slots')}>
          {hours.map((hour) => (
            <button key={hour} type="button" class={cls('slot')} aria-label={`${frame.words.book} ${row.name} ${clock(hour * 60)}`} onClick={() => void go(`/reservations/nouvelle?ressource=${row.id}&date=${page.date}&heure=${clock(hour * 60)}`)} />
          ))}
        </div>
        <div class={cls('bookings')}>{row.bookings.map((one) => <Booking key={one.number} one={one} page={page} />)}</div>
      </div>
    </div>
  );
}

function Grid({ frame, page }: { frame: Frame; page: CalendarPage }) {
  const hours = Array.from({ length: page.hours[1] - page.hours[0] + 1 }, (_, index) => page.hours[0] + index);
  return (
    <div role="grid" aria-label={frame.words.resources} class={cls('grid')} style={{ '--hours': String(hours.length) }}>
      <div role="row" class={cls('row heads')}>
        <div role="columnheader" class={cls('row-head')}>{frame.words.resources}</div>
        <div class={cls('track')} role="presentation"><div class={cls('slots')} role="presentation">{hours.map((hour) => <div key={hour} role="columnheader" class={cls('hour')}>{clock(hour * 60)}</div>)}</div></div>
      </div>
      {page.groups.map((group) => (
        <div key={group.label} role="rowgroup">
          <div role="row" class={cls('group')}><div role="rowheader"><span>{group.label}</span><span class={cls('count')}>{group.count}</span></div></div>
          {group.rows.map((row) => <Row key={row.id} frame={frame} page={page} row={row} hours={hours} />)}
        </div>
      ))}
    </div>
  );
}

export function Calendar({ frame, page }: { frame: Frame; page: CalendarPage }) {
  const { words } = frame;
  return (
    <>
      <Criteria frame={frame} page={page} />
      <div class={cls('bar')}>
        <a class={cls('round')} href={page.previous} aria-label={words.previousDay}>‹</a>
        <h2 class={cls('day')}>{page.dayHead}</h2>
        <a class={cls('round')} href={page.next} aria-label={words.nextDay}>›</a>
        <a class={cls('button')} href={page.today}>{words.today}</a>
        <input type="date" aria-label={words.date} value={value('date')} onInput={(event) => setField('date', [event.currentTarget.value])} />
        <Button onClick={() => void go(`/reservations/ressources?mode=calendrier&date=${value('date')}${page.allHours ? '&heures=24' : ''}`)}>{words.show}</Button>
        <span class={cls('space')} />
        <span class={cls('mode current')}>{words.calendarMode}</span><a class={cls('mode')} href={page.list}>{words.listMode}</a>
        <Add label={words.newBooking} path={`/reservations/nouvelle?date=${page.date}`} />
      </div>
      {page.groups.length > 0 ? <Grid frame={frame} page={page} /> : <p class={cls('empty')}>{words.noResource}</p>}
      <div class={cls('hours-zone')}><a href={page.hoursSwitch.path}>{page.hoursSwitch.label}</a></div>
      <Legend frame={frame} legend={page.legend} />
    </>
  );
}
