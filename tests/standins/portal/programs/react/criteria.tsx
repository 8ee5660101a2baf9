/** « Critères »: a fold, a tree that holds only what is unfolded, the buttons. */
import type { CalendarPage, Frame, TreeNode } from '../../models.ts';
import { cls } from './classes.ts';
import { Button, Check } from './controls.tsx';
import { leaves } from './fields.ts';
import { send } from './router.ts';
import { setField, toggle, value, values } from './store.ts';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const holds = (node: TreeNode, text: string): boolean => plain(node.label).includes(text) || node.children.some((one) => holds(one, text));

function tick(node: TreeNode, checked: boolean): void {
  const own = leaves(node).map((one) => one.id);
  const others = values('noeud').filter((one) => !own.includes(one));
  setField('noeud', checked ? [...others, ...own] : others);
}

function Node({ frame, node, level }: { frame: Frame; node: TreeNode; level: number }) {
  const open = values('deplies').includes(node.id);
  const folds = node.children.length > 0;
  const checked = leaves(node).every((one) => values('noeud').includes(one.id));
  return (
    <li role="treeitem" aria-level={level} aria-label={node.label} {...(folds ? { 'aria-expanded': open } : {})}>
      <div class={cls('node')}>
        {folds ? <button type="button" class={cls('triangle', open && 'open')} aria-label={frame.words.unfold} onClick={() => toggle('deplies', node.id)}><span class={cls('arrow')} /></button> : <span class={cls('no-triangle')} />}
        <label class={cls('check')}><input type="checkbox" checked={checked} onChange={(event) => tick(node, event.currentTarget.checked)} /> {node.label}</label>
      </div>
      {folds && open ? <ul role="group">{node.children.map((one) => <Node key={one.id} frame={frame} node={one} level={level + 1} />)}</ul> : null}
    </li>
  );
}

export function Criteria({ frame, page }: { frame: Frame; page: CalendarPage }) {
  const { words } = frame;
  const open = value('ouvert') === '1';
  const text = plain(value('recherche'));
  const act = (operation: string): void =>
    void send('/reservations/ressources/filtre', {
      operation: [operation], ouvert: [value('ouvert')], date: [page.date], heures: [page.allHours ? '24' : ''], noeud: values('noeud'), caracteristique: values('caracteristique'),
    });
  return (
    <section class={cls('panel')}>
      <button type="button" class={cls('panel-head')} aria-expanded={open} onClick={() => setField('ouvert', [open ? '0' : '1'])}>
        <span class={cls('triangle', open && 'open')}><span class={cls('arrow')} /></span>{words.criteria}
      </button>
      {open ? (
        <div class={cls('panel-body')}>
          <div class={cls('tree-part')}>
            <h3>{words.resources}</h3>
            <input type="search" placeholder={words.searchTree} aria-label={words.searchTree} value={value('recherche')} onInput={(event) => setField('recherche', [event.currentTarget.value])} />
            <ul role="tree" aria-label={words.resources} class={cls('tree')}>
              {page.tree.filter((one) => holds(one, text)).map((one) => <Node key={one.id} frame={frame} node={one} level={1} />)}
            </ul>
          </div>
          <div class={cls('features-part')}>
            <h3>{words.characteristics}</h3>
            {page.characteristics.map((one) => <Check key={one.value} name="caracteristique" value={one.value} label={one.label} />)}
          </div>
          <div class={cls('actions')}>
            <Button onClick={() => act('sauvegarder')}>{words.saveFilters}</Button>
            <Button onClick={() => act('reinitialiser')}>{words.resetFilters}</Button>
            <Button primary onClick={() => act('appliquer')}>{words.applyFilter}</Button>
          </div>
        </div>
      ) : null}
    </section>
  );
}
