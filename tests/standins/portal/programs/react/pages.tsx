/** Sign-in, one booking, its removal, and the simple pages. */
import type { DetailPage, Frame, RemovalPage, SignInPage, SimplePage } from '../../models.ts';
import { cls } from './classes.ts';
import { Button, Radio, Text } from './controls.tsx';
import { Add, Errors, Status } from './marks.tsx';
import { send } from './router.ts';
import { hasTrait, state } from './store.ts';

export function SignIn({ frame, page }: { frame: Frame; page: SignInPage }) {
  const { words } = frame;
  return (
    <form class={cls('card sign-in')} onSubmit={(event) => { event.preventDefault(); void send(page.action, state.fields); }}>
      <Errors errors={page.errors} />
      <Text name="utilisateur" label={words.userCode} /><Text name="motDePasse" label={words.password} type="password" />
      <div class={cls('actions')}><Button primary submit>{words.enter}</Button><a href={page.forgotten}>{words.forgotten}</a></div>
    </form>
  );
}

/** T9: a form of hidden fields that the browser itself sends; else a click and JSON. */
function Decision({ frame, page }: { frame: Frame; page: DetailPage }) {
  const { words } = frame;
  const { decision } = page;
  if (decision === null) return null;
  if (!hasTrait('T9')) {
    const hidden = Object.fromEntries(decision.hidden.map(([name, one]) => [name, [one]]));
    const decide = (choice: string): void => void send(decision.action, { ...hidden, decision: [choice] });
    return <div class={cls('actions')}><Button primary onClick={() => decide('approuver')}>{words.approve}</Button><Button danger onClick={() => decide('rejeter')}>{words.reject}</Button></div>;
  }
  return (
    <form class={cls('actions')} method="post" action={decision.action}>
      {decision.hidden.map(([name, one]) => <input key={name} type="hidden" name={name} value={one} />)}
      <button type="submit" class={cls('button primary')} name="decision" value="approuver">{words.approve}</button>
      <button type="submit" class={cls('button danger')} name="decision" value="rejeter">{words.reject}</button>
    </form>
  );
}

export function Detail({ frame, page }: { frame: Frame; page: DetailPage }) {
  const { words } = frame;
  return (
    <div class={cls('card')}>
      <div class={cls('actions top')}>
        {page.edit === null ? null : <a class={cls('button primary')} href={page.edit}>{words.modify}</a>}
        {page.removal === null ? null : <a class={cls('button danger')} href={page.removal}>{words.remove}</a>}
        <a class={cls('button')} href={page.back}>{words.back}</a>
      </div>
      <Decision frame={frame} page={page} />
      <dl class={cls('facts')}>
        <dt>{words.number}</dt><dd>{page.number}</dd>
        <dt>{words.status}</dt><dd><Status mark={page.status} /> {page.status.word}</dd>
        {page.fields.map((one) => [<dt key={`${one.label}-t`}>{one.label}</dt>, <dd key={one.label} class={cls('text')}>{one.value}</dd>])}
      </dl>
      <h2>{words.history}</h2>
      <ul class={cls('history')}>{page.history.map((one) => <li key={one}>{one}</li>)}</ul>
    </div>
  );
}

export function Removal({ frame, page }: { frame: Frame; page: RemovalPage }) {
  const { words } = frame;
  return (
    <div class={cls('veil')} role="dialog" aria-label={page.title}>
      <form class={cls('card dialog')} onSubmit={(event) => { event.preventDefault(); void send(page.action, { raison: state.fields['raison'] ?? [] }); }}>
        <Errors errors={page.errors} />
        <fieldset class={cls('parts rows')}><legend>{words.reason}</legend>{page.reasons.map((one, index) => <Radio key={one} name="raison" value={String(index)} label={one} />)}</fieldset>
        <div class={cls('actions')}><Button danger submit>{words.remove}</Button><a class={cls('button')} href={page.back}>{words.back}</a></div>
      </form>
    </div>
  );
}

export function Simple({ page }: { page: SimplePage }) {
  return (
    <div class={cls('card')}>
      {page.add === null ? null : <Add label={page.add} path={null} />}
      {page.paragraphs.map((one) => <p key={one}>{one}</p>)}
      {page.table === null ? null : (
        <table class={cls('table')}>
          <thead><tr>{page.table.heads.map((one) => <th key={one} scope="col">{one}</th>)}</tr></thead>
          <tbody>{page.table.rows.map((cells) => <tr key={cells.join('|')}>{cells.map((cell, index) => <td key={index}>{cell}</td>)}</tr>)}</tbody>
        </table>
      )}
      <div class={cls('actions')}>{page.links.map((one) => <a key={one.path} class={cls('button')} href={one.path}>{one.label}</a>)}</div>
    </div>
  );
}
