/** What to do when something goes wrong: Passerelle's own diagnosis first (S3-23, F12). */
import type { Section } from './topic.ts';

export const troubles: Section = {
  id: 'problemes',
  title: { fr: 'Quelque chose ne va pas', en: 'Something is wrong' },
  intro: {
    fr: 'Passerelle dit d’abord elle-même ce qu’elle ne comprend pas. Rien de ce que vous avez saisi n’est perdu, et le portail reste utilisable sans elle.',
    en: 'Passerelle first says by itself what it does not understand. Nothing you typed is lost, and the portal can be used without it.',
  },
  kind: 'points',
  topics: [
    { rows: ['S0-13', 'S3-23'], text: { fr: '« Passerelle ne comprend pas toute cette page » : le portail a changé. Réservez comme d’habitude, copiez le diagnostic et envoyez-le au soutien ; un administrateur peut montrer le nouveau bouton à Passerelle en quelques minutes.', en: '“Passerelle does not understand all of this page”: the portal has changed. Book as usual, copy the diagnostic and send it to support; an administrator can show Passerelle the new button in a few minutes.' } },
    { rows: [], text: { fr: 'Le badge montre « ? » : votre session du portail est fermée. Connectez-vous au portail ; le nombre revient.', en: 'The badge shows “?”: your portal session is closed. Sign in to the portal; the number comes back.' } },
    { rows: ['S2-33'], text: { fr: '« Compagnon injoignable » : notre serveur ne répond pas. Vos envois sont gardés et partent d’eux-mêmes. « Zoom ne répond pas » : c’est chez Zoom ; voyez status.zoom.us.', en: '“Companion out of reach”: our server does not answer. What you sent is kept and leaves by itself. “Zoom does not answer”: the fault is at Zoom; see status.zoom.us.' } },
    { rows: [], text: { fr: '« L’extension a été mise à jour » : rechargez la page du portail.', en: '“The extension was updated”: reload the portal’s page.' } },
    { rows: ['S1-48'], text: { fr: 'Deux personnes veulent la même heure : la première réservation enregistrée dans le portail la tient. Passerelle propose d’autres heures.', en: 'Two people want the same hour: the first booking saved in the portal holds it. Passerelle proposes other hours.' } },
    { rows: ['S3-24'], text: { fr: 'Rien n’apparaît : sur un téléphone, Passerelle ne s’installe pas ; sur un ordinateur, voyez la table des navigateurs.', en: 'Nothing appears: Passerelle cannot be installed on a telephone; on a computer, see the table of browsers.' } },
  ],
};
