/** The statement on accessibility, as a person finds it in the extension; docs/accessibility.md says the same at length (U8). */
import type { Section } from './topic.ts';

export const accessibility: Section = {
  id: 'accessibilite',
  title: { fr: 'Accessibilité', en: 'Accessibility' },
  intro: {
    fr: 'Passerelle vise les WCAG 2.1, niveau AA, en vue du Standard sur l’accessibilité des sites Web du Québec (version 3.0). C’est une autoévaluation : aucun organisme n’a certifié Passerelle.',
    en: 'Passerelle aims at WCAG 2.1 AA, with Québec’s web accessibility standard (version 3.0) in view. This is our own assessment: nobody has certified Passerelle.',
  },
  kind: 'points',
  topics: [
    { rows: [], text: { fr: 'Vérifié à chaque version, par un programme (axe-core) : tous les écrans de Passerelle et ce qu’elle ajoute au portail, en clair, en sombre, en couleurs forcées, à 200 % et à 320 pixels de large.', en: 'Checked at each version, by a program (axe-core): every screen of Passerelle and what it adds to the portal, in light, dark and forced colours, at 200% and at 320 pixels wide.' } },
    { rows: [], text: { fr: 'Vérifié de même : tout le parcours au clavier seul, ce qu’un lecteur d’écran devrait annoncer, moins de mouvement, les contrastes.', en: 'Checked too: the whole journey by keyboard alone, what a screen reader should announce, reduced motion, contrasts.' } },
    { rows: [], text: { fr: 'Pas vérifié : aucune personne handicapée n’a encore essayé Passerelle, aucun lecteur d’écran n’a été écouté, Edge n’a pas été lancé. L’accessibilité du portail et de Zoom dépend d’eux.', en: 'Not checked: no disabled person has tried Passerelle yet, no screen reader was listened to, Edge was not launched. The accessibility of the portal and of Zoom is theirs.' } },
    { rows: [], text: { fr: 'Un obstacle ? Écrivez au soutien, en disant la page, le navigateur et l’aide technique. En attendant, tout peut se faire dans le portail et dans Zoom, ou être demandé au CCT par téléphone.', en: 'Something in your way? Write to support with the page, the browser and the assistive technology. Meanwhile everything can be done in the portal and in Zoom, or asked of the CCT by telephone.' } },
  ],
};
