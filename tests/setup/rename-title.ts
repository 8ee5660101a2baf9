/** A portal whose form is not understood; given to the page before its own scripts, hence on its own two feet. */

/** As when the portal's people rename a field: what is drawn later bears the new word too. */
export function renameTitle(): void {
  const rename = (): void => {
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.nodeValue?.includes('Titre de la rencontre') === true) node.nodeValue = node.nodeValue.replace('Titre de la rencontre', 'Intitulé maison');
    }
  };
  new MutationObserver(rename).observe(document, { childList: true, subtree: true });
}
