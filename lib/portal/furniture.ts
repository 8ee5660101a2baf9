/**
 * Which words of a page may leave it in a diagnostic: only words that any booking portal could have on its own
 * buttons, labels and heads. A list of what is allowed, never of what is forbidden: a name, a title, a number or an
 * address is not on it. Whoever calibrates adds nothing here: what a person pointed at may hold a name.
 */
import { normalise } from '../domain/text.ts';

/** Those of the built-in profiles, which the page's code does not carry, then those of booking pages at large. */
const vocabulary = `
a accepte acceptee accepter adresse annule annulee annulees approbateur approbation approuve approuvee approuvees approuver approved attente canceled cancelled cle cles commence complementaires complete confirm confirme confirmed confirmee confirmer
createur cree criteres d debut demandee demandeur demandeuse dimanche dont en etes j je jeudi lundi mardi mercredi moi mot mots n no organisateur organisation oublie pending que refuse refusee rejected rejete rejetee rejeter reserve reservee reservees
s samedi seulement suis temps termine unites vendredi

accueil action actions actif actualiser afficher agenda aide ajouter annee annuler appareil appliquer apres aucun aucune autre autres avant avancee bas bloc bureau bureaux
calendrier capacite caracteristique caracteristiques categorie champ changer chercher choisir choix code commentaire commentaires communication compte confirmation connexion consulter conserver contact copier courriel creation creer
dans date dates de deconnexion demande demander demandes departement dernier derniere des description destinataire detail details direction disponibilite disponible document documents du duree
editer effacer element elements emplacement enregistrer enregistrement ensemble entre envoyer equipement est et etablissement etat etage evenement exporter fermer fiche fichier filtre filtrer filtres fin fonction formulaire
general generale generales gestion gestionnaire grille groupe haut heure heures heures historique identification impression imprimer information informations inscription installation installations interne intitule
jour jours journee la langue le lecture legende les libelle libre lieu ligne lignes liste local locaux ma matin menu mes message mettre mode modification modifier mois mon motif
name new next nom nombre non note notes notification nouveau nouvel nouvelle numero objet obligatoire occupe occupee option options ou oui outil outils ouvrir
page pages par parametre parametres participant participants passe periode personne personnes pied place places plage plus portail poste precedent precedente preference preferences presentateur priorite profil propriete proprietaire province
quand quitter rapport rapports recherche rechercher reference refuser region reinitialiser remarque remarques rencontre rendez repeter requis reservation reservations reserver responsable ressource ressources resultat resultats retour reunion
salle salles sauvegarder sauvegarde se section selection selectionner semaine service services session site soir solution sommaire sont soumettre sous sous-titre statut suivant suivante sujet supprimer sur systeme systemes
tableau tache telephone texte titre total tous tout toute toutes trier tri type types un une unite utilisateur utilisateurs valider validation vehicule vers ville visioconference visioconferences voir votre vous vue
all booking bookings calendar cancel close comment comments date day delete description details duration edit end filter from help home hours list location meeting month my next notes number of page previous print reset resource resources room rooms save search sign start status submit the time title to today user view week year
`;

const wordsOf = (text: string): string[] => normalise(text).match(/\p{L}+/gu) ?? [];

let known: ReadonlySet<string> | null = null;
const allowed = (): ReadonlySet<string> => (known ??= new Set(wordsOf(vocabulary)));

/** More words than this are a sentence, not a label. */
const WORDS_MAXIMUM = 8;
const LABEL_MAXIMUM = 80;

/** What stands for words that may not leave. */
export const MASK = '…';

/** The label, without its digits, when each of its words is a portal's own; else the mask. */
export function furnitureLabel(text: string): string {
  if (text.length > LABEL_MAXIMUM) return MASK;
  const words = wordsOf(text);
  if (words.length === 0) return /\p{N}/u.test(text) ? MASK : '';
  // Letters alone are initials.
  const isOurs = words.length <= WORDS_MAXIMUM && words.some((word) => word.length > 1) && words.every((word) => allowed().has(word)) && !/[@\d]/u.test(text);
  return isOurs ? words.join(' ') : MASK;
}

/** A word of an address or of a role: the same rule, one piece at a time. */
export const furniturePath = (path: string): string =>
  path
    .split('/')
    .map((piece) => (piece === '' ? '' : furnitureLabel(piece.replace(/[^\p{L}]+/gu, ' ')) || MASK))
    .join('/')
    .slice(0, 200);
