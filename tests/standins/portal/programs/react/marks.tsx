/** Status icons, « Légende », errors: small parts that several pages use. */
import type { CalendarPage, Frame, StatusMark } from '../../models.ts';
import { statusCodes, statusIcons } from '../../status-codes.ts';
import { cls } from './classes.ts';

/** With T10 there is no word, and the class says nothing either: it is random. */
export const Status = ({ mark }: { mark: StatusMark }) => (
  <span class={cls('status', `status-${statusCodes[mark.key]}`)} {...(mark.word === null ? {} : { title: mark.word })}>{statusIcons[mark.key]}</span>
);

export const Legend = ({ frame, legend }: { frame: Frame; legend: CalendarPage['legend'] }) => (
  <div class={cls('legend')} tabIndex={0}>
    <ul class={cls('legend-list')}>
      {legend.map(({ key, word }) => <li key={key}><Status mark={{ key, word: null }} /> {word}</li>)}
    </ul>
    <span class={cls('legend-tab')}>{frame.words.legend}</span>
  </div>
);

export const Errors = ({ errors }: { errors: readonly string[] }) =>
  errors.length === 0 ? null : <div class={cls('message wrong')} role="alert">{errors.map((one) => <p key={one}>{one}</p>)}</div>;

/** The React era's mark: a « + » at the end of an arrow (portal.md § 1). */
export const Add = ({ label, path }: { label: string; path: string | null }) => (
  <a class={cls('add')} href={path ?? '#'} title={label} aria-label={label}><span class={cls('add-line')} /><span class={cls('add-plus')}>+</span></a>
);
