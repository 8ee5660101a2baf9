/**
 * The accessible name of an element that is shown (W3C, Accessible Name and Description Computation 1.2; HTML-AAM), as far
 * as a page of forms and tables can ask for it. What a style sheet writes before and after an element is left out.
 */

/** Elements and roles that are called by what is in them. */
const NAMED_BY_CONTENT = new Set('button summary link heading columnheader rowheader cell gridcell row option radio checkbox switch tab tooltip treeitem menuitem menuitemcheckbox menuitemradio td th tr legend caption h1 h2 h3 h4 h5 h6'.split(' '));
/** What stands in a label with a value of its own says that value; never a password. */
const TEXTBOXES = 'textarea,input:is(:not([type]),[type=text],[type=email],[type=tel],[type=url],[type=search]),[role=textbox],[role=searchbox]';
const CHOICES = 'select,[role=combobox],[role=listbox]';
const RANGES = 'progress,meter,input:is([type=number],[type=range]),[role=slider],[role=spinbutton],[role=progressbar],[role=scrollbar],[role=meter]';
const VALUED = `${TEXTBOXES},${CHOICES},${RANGES}`;
/** Met inside something else, it says what it holds and not what it is called: a head of a column is not named after its button to sort. */
const CONTROLS = `${VALUED},button,summary,[role=button],input:is([type=button],[type=submit],[type=reset],[type=image])`;

/** Whose name a child gives: a group by its legend, a table by its caption. */
const TITLED: Readonly<Record<string, string>> = { fieldset: 'legend', table: 'caption', svg: 'title' };
/** Whose name an attribute gives. */
const SPOKEN: Readonly<Record<string, string>> = { img: 'alt', area: 'alt', optgroup: 'label' };
const SPOKEN_INPUTS: Readonly<Record<string, string>> = { image: 'alt', button: 'value', submit: 'value', reset: 'value' };
/** What a browser writes on a button of a form that says nothing. */
const UNSAID: Readonly<Record<string, string>> = { submit: 'Submit', reset: 'Reset' };

/** Asked for; named by an element that asks; or met inside one. */
type Way = 'asked' | 'referred' | 'inside';

const roleOf = (element: Element): string => element.getAttribute('role')?.trim().split(/\s/u)[0] ?? (element.matches('a[href],area[href]') ? 'link' : element.localName);

const referredBy = (element: Element, attribute: string): Element[] => {
  const root = element.getRootNode() as Document | ShadowRoot;
  return (element.getAttribute(attribute) ?? '').split(/\s+/u).flatMap((id) => (id === '' ? [] : (root.getElementById?.(id) ?? [])));
};

/** @returns the name on one line, empty for what is hidden or has none */
export function accessibleName(asked: Element): string {
  const seen = new Set<Node>();
  const followed = new Set<Element>();
  const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);

  const contentOf = (element: Element): string => {
    seen.add(element);
    const slotted = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
    const children = [...(slotted.length > 0 ? slotted : element.childNodes), ...referredBy(element, 'aria-owns')];
    return children
      .map((child) => {
        const text = nameOf(child, 'inside');
        return child.nodeType === 1 && styleOf(child as Element).display !== 'inline' ? ` ${text} ` : text;
      })
      .join('')
      .trim();
  };

  /** What HTML itself names an element by; null when it does not. */
  const nativeName = (element: Element): string | null => {
    const { localName } = element;
    const title = [...element.children].find((child) => child.localName === TITLED[localName]);
    if (title !== undefined) {
      seen.add(element);
      return localName === 'svg' ? title.textContent : nameOf(title, 'asked');
    }
    const type = localName === 'input' ? (element as HTMLInputElement).type : '';
    const spoken = element.getAttribute(SPOKEN[localName] ?? SPOKEN_INPUTS[type] ?? '')?.trim();
    if (spoken) return spoken;
    if (type in UNSAID) return UNSAID[type] ?? null;
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    if (labels.length === 0) return null;
    seen.add(element);
    return labels.map((label) => nameOf(label, 'inside')).filter((text) => text !== '').join(' ');
  };

  const valueOf = (element: Element): string => {
    seen.add(element);
    if (element.matches(RANGES)) return element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow') ?? element.getAttribute('value') ?? '';
    if (element.matches(TEXTBOXES)) return (element as HTMLInputElement).value ?? element.textContent ?? '';
    const chosen = (element as HTMLSelectElement).selectedOptions ?? element.querySelectorAll('[aria-selected=true]');
    return chosen.length > 0 ? [...chosen].map((option) => nameOf(option, 'inside')).join(' ') : ((element as HTMLInputElement).value ?? '');
  };

  const nameOf = (node: Node, way: Way): string => {
    if (node.nodeType === 3) return node.nodeValue ?? '';
    if (node.nodeType !== 1 || seen.has(node)) return '';
    const element = node as Element;
    if (way !== 'referred') {
      const { display, visibility } = styleOf(element);
      if (display === 'none' || visibility === 'hidden' || element.getAttribute('aria-hidden') === 'true') return '';
      const others = followed.has(element) ? [] : referredBy(element, 'aria-labelledby');
      followed.add(element);
      if (others.length > 0) return others.map((other) => nameOf(other, 'referred')).join(' ');
    }
    const role = roleOf(element);
    if (way !== 'inside' || !element.matches(CONTROLS)) {
      const said = element.getAttribute('aria-label')?.trim();
      if (said) return said;
      const native = /^(?:none|presentation)$/u.test(role) ? null : nativeName(element);
      if (native !== null) return native;
    }
    if (role === 'menu') return '';
    if (way !== 'asked' && element.matches(VALUED)) return valueOf(element);
    const content = way !== 'asked' || NAMED_BY_CONTENT.has(role) ? contentOf(element) : '';
    return content !== '' || way === 'inside' ? content : (element.getAttribute('title') ?? '');
  };
  return nameOf(asked, 'asked').trim().replace(/\s+/gu, ' ');
}
