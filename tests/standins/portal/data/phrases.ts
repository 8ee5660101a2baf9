/** Invented words of which the generator makes bookings. */

export const departments = [
  'Direction générale', 'Direction des soins infirmiers', 'Direction des ressources humaines', 'Direction des services professionnels',
  'Direction de l’enseignement', 'Direction de la qualité', 'Direction des technologies de l’information', 'Communications', 'Santé publique',
  'Programme jeunesse', 'Soutien à domicile', 'Prévention des infections',
] as const;

export const roomTitles = [
  'Comité de gestion', 'Rencontre d’équipe', 'Comité de prévention des infections', 'Formation PDSB', 'Comité des usagers', 'Entrevues',
  'Table locale de santé mentale', 'Suivi de projet', 'Comité d’éthique', 'Accueil des nouveaux employés', 'Caucus', 'Révision de dossiers',
  'Comité paritaire', 'Supervision clinique', 'Rencontre syndicale', 'Atelier budget', 'Statutaire DRI', 'Comité pharmacologie',
] as const;

export const bigTitles = [
  'Webdiffusion du président-directeur général', 'Rencontre d’information aux employés', 'Forum des cadres', 'Formation provinciale en prévention des infections',
  'Séance publique du conseil d’administration', 'Webinaire sur la vaccination', 'Journée de la recherche clinique', 'Conférence sur la santé mentale au travail',
  'Information COVID-19 aux gestionnaires', 'Colloque en soins infirmiers', 'Grande rencontre des médecins', 'Présentation du plan stratégique',
] as const;

export const firstNames = ['Annie', 'Benoît', 'Chantal', 'Daniel', 'Élise', 'Frédéric', 'Geneviève', 'Hugo', 'Josée', 'Luc', 'Manon', 'Noémie', 'Patrick', 'Renée', 'Simon', 'Véronique'] as const;
export const familyNames = ['Bélanger', 'Boudreau', 'Caron', 'D’Amours', 'Desrosiers', 'Gauthier', 'Jomphe', 'Langlois', 'Lévesque', 'Morin', 'Ouellet', 'Pinette', 'Roy', 'St-Onge', 'Thibault', 'Vachon'] as const;

export const roomComments = ['', '', '', 'Prévoir du café.', 'Disposition en U.', 'Besoin d’un câble HDMI.', 'Merci de libérer la salle à l’heure.'] as const;
