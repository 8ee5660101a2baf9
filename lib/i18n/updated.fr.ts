/** Said by a script whose extension is gone: it can ask nobody for words, so it carries these, in French first. */
export const updatedFr = {
  updated: 'L’extension a été mise à jour\u00a0: rechargez la page.',
  close: 'Fermer',
};
