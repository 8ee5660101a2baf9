import { describe, expect, it, vi } from 'vitest';
import { Badge } from '../../../components/ui/Badge.tsx';
import { Bar } from '../../../components/ui/Bar.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Disclosure } from '../../../components/ui/Disclosure.tsx';
import { LiveRegion } from '../../../components/ui/LiveRegion.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { Progress } from '../../../components/ui/Progress.tsx';
import { Spinner } from '../../../components/ui/Spinner.tsx';
import { Tabs } from '../../../components/ui/Tabs.tsx';
import { draw, key, one, press, wordsOf } from './draw.ts';

describe('a button', () => {
  it('does what it says, and submits no form of a host page', () => {
    const onClick = vi.fn();
    const button = one(draw(<Button onClick={onClick}>Vérifier</Button>), 'button');
    press(button);
    expect(onClick).toHaveBeenCalledOnce();
    expect(button.getAttribute('type')).toBe('button');
  });

  it.each(['busy', 'disabled'] as const)('U1 ignores presses while %s, and can still be reached by keyboard', (state) => {
    const onClick = vi.fn();
    const button = one<HTMLButtonElement>(draw(<Button {...{ [state]: true }} onClick={onClick}>Vérifier</Button>), 'button');
    press(button);
    button.focus();
    expect(onClick).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button);
  });

  it('keeps its words when only its icon is seen', () => {
    const button = one(draw(<Button icon="close" iconOnly>Fermer</Button>), 'button');
    expect([wordsOf(button), button.title]).toEqual(['Fermer', 'Fermer']);
  });
});

describe('a notice', () => {
  it.each([['info', 'status'], ['success', 'status'], ['warning', 'alert'], ['error', 'alert']] as const)('%s is said as %s', (kind, role) => {
    const notice = one(draw(<Notice kind={kind} title="Titre">Texte</Notice>), '.pa-notice');
    expect(notice.getAttribute('role')).toBe(role);
    expect(wordsOf(notice)).toBe('TitreTexte');
    expect(notice.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('stays quiet when it was there from the start', () => {
    expect(one(draw(<Notice kind="warning" live={false}>Texte</Notice>), '.pa-notice').hasAttribute('role')).toBe(false);
  });
});

describe('tabs', () => {
  const tabs = [{ id: 'approve', label: 'À approuver', count: { text: '3', name: '3 demandes' } }, { id: 'create', label: 'À créer' }, { id: 'planned', label: 'Planifiées' }] as const;
  type Id = (typeof tabs)[number]['id'];
  const view = (selected: Id, onSelect: (id: Id) => void) => (
    <Tabs label="Réservations" tabs={tabs} selected={selected} onSelect={onSelect}>
      <p>Contenu</p>
    </Tabs>
  );
  const tabOf = (place: ParentNode, index: number): HTMLElement => place.querySelectorAll<HTMLElement>('[role=tab]')[index] as HTMLElement;

  it('U1 have one stop, on the selected one', () => {
    const place = draw(view('create', vi.fn()));
    expect([0, 1, 2].map((index) => tabOf(place, index).tabIndex)).toEqual([-1, 0, -1]);
    expect(tabOf(place, 1).getAttribute('aria-selected')).toBe('true');
  });

  it.each([['ArrowRight', 'create'], ['ArrowLeft', 'planned'], ['End', 'planned'], ['Home', 'approve']] as const)('U1 %s from the first goes to %s, round the ends', (name, expected) => {
    const onSelect = vi.fn();
    const place = draw(view('approve', onSelect));
    key(tabOf(place, 0), name);
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(expected);
    expect(document.activeElement?.id).toContain(expected);
  });

  it('leave other keys to the page', () => {
    const onSelect = vi.fn();
    const place = draw(view('approve', onSelect));
    key(tabOf(place, 0), 'a');
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('name their panel, and read their count in words', () => {
    const place = draw(view('approve', vi.fn()));
    const panel = one(place, '[role=tabpanel]');
    expect(panel.getAttribute('aria-labelledby')).toBe(tabOf(place, 0).id);
    expect(tabOf(place, 0).getAttribute('aria-controls')).toBe(panel.id);
    expect(wordsOf(one(place, '.pa-tab-count .pa-hidden'))).toBe('3 demandes');
  });
});

describe('a bar', () => {
  const widths = (place: ParentNode): string[] => [...place.querySelectorAll('rect')].map((part) => `${part.getAttribute('x')} ${part.getAttribute('width')}`);

  it('U23 has its words, its number, and a pattern for what colour alone would say', () => {
    const place = draw(<Bar label="Utilisé 6 h, demandé 3 h, sur 12 h" parts={[{ value: 6, fill: 'solid' }, { value: 3, fill: 'hatched' }]} total={12} number="9 / 12 h" />);
    const bar = one(place, '[role=img]');
    expect([bar.getAttribute('aria-label'), wordsOf(bar)]).toEqual(['Utilisé 6 h, demandé 3 h, sur 12 h', '9 / 12 h']);
    expect(widths(place)).toEqual(['0% 50%', '50% 25%']);
    expect(place.querySelectorAll('rect')[1]?.getAttribute('fill')).toMatch(/^url\(#.+-hatched\)$/u);
  });

  it('cuts what is beyond its end, and draws nothing of nothing', () => {
    expect(widths(draw(<Bar label="" parts={[{ value: 9, fill: 'solid' }, { value: 9, fill: 'over' }]} total={12} number="" />))).toEqual(['0% 75%', '75% 25%']);
    expect(widths(draw(<Bar label="" parts={[{ value: 9, fill: 'solid' }]} total={0} number="" />))).toEqual(['0% 0%']);
  });
});

describe('a live region', () => {
  it('says the same words again when they come again', () => {
    const place = draw(<LiveRegion text="Enregistré" turn={1} />);
    const first = place.textContent;
    place.redraw(<LiveRegion text="Enregistré" turn={2} />);
    expect(place.textContent).not.toBe(first);
    expect(wordsOf(place)).toBe('Enregistré');
  });

  it('is polite unless told otherwise', () => {
    expect(one(draw(<LiveRegion text="" />), 'p').getAttribute('aria-live')).toBe('polite');
    expect(one(draw(<LiveRegion text="" assertive />), 'p').getAttribute('aria-live')).toBe('assertive');
  });
});

describe('the small parts', () => {
  it('a badge says its state in words', () => {
    expect(wordsOf(draw(<Badge kind="warning" icon="warning">À confirmer</Badge>))).toBe('À confirmer');
  });

  it('a spinner with a label is said, one without leaves it to the words beside it', () => {
    expect(draw(<Spinner label="Lecture…" />).querySelector('[role=status]')).not.toBeNull();
    expect(draw(<Spinner />).querySelector('[role=status]')).toBeNull();
  });

  it('progress shows how far it is, or only that it goes on', () => {
    expect(one<HTMLProgressElement>(draw(<Progress label="Envoi" value={2} maximum={4} />), 'progress').getAttribute('value')).toBe('2');
    expect(one(draw(<Progress label="Envoi" value={null} />), 'progress').hasAttribute('value')).toBe(false);
  });

  it('a disclosure is the browser’s own, closed at first', () => {
    const details = one<HTMLDetailsElement>(draw(<Disclosure summary="Avancé">Plus</Disclosure>), 'details');
    expect([details.open, wordsOf(one(details, 'summary'))]).toEqual([false, 'Avancé']);
  });
});
