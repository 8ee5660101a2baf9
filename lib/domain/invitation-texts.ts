/** The words of the invitation, in short sentences (F15). Values are put in by invitation.ts. */
export interface InvitationTexts {
  when: string;
  zone: string;
  duration: string;
  presenter: string;
  screen: string;
  open: string;
  noAccount: string;
  application: string;
  browserOnly: string;
  test: string;
  passcode: string;
  telephone: string;
  dial: string;
  enter: string;
  enterPasscode: string;
  dictate: string;
  number: string;
  capital: string;
  simple: string;
  simpleSteps: string[];
  simpleWait: string;
  /** Where people come into a waiting room first (S4-24). */
  simpleAdmitted: string;
}

const NBSP = '\u00a0';

export const invitationTexts: Record<'fr' | 'en', InvitationTexts> = {
  fr: {
    when: 'Quand',
    zone: 'heure de Québec',
    duration: 'Durée',
    presenter: 'Présentation',
    screen: 'Par écran',
    open: 'Ouvrez ce lien',
    noAccount: 'Vous n’avez pas besoin de compte Zoom.',
    application: 'Installez l’application Zoom, ou restez dans votre navigateur.',
    browserOnly: `Restez dans votre navigateur${NBSP}: il n’y a rien à installer.`,
    test: 'Essayez votre son et votre image avant',
    passcode: 'Code secret',
    telephone: 'Par téléphone',
    dial: 'Composez ce numéro',
    enter: 'Entrez ensuite ce numéro de rencontre, puis #',
    enterPasscode: 'Entrez enfin ce code secret, puis #',
    dictate: 'À dicter',
    number: 'Numéro de la rencontre',
    capital: 'majuscule',
    simple: 'En mots simples',
    simpleSteps: ['Prenez un téléphone, une tablette ou un ordinateur.', 'Cliquez sur le lien à l’heure dite.', 'Écrivez votre nom.'],
    simpleWait: `Attendez${NBSP}: la rencontre va commencer.`,
    simpleAdmitted: `Attendez${NBSP}: quelqu’un vous fera entrer.`,
  },
  en: {
    when: 'When',
    zone: 'Québec time',
    duration: 'Duration',
    presenter: 'Presented by',
    screen: 'On a screen',
    open: 'Open this link',
    noAccount: 'You do not need a Zoom account.',
    application: 'Install the Zoom application, or stay in your browser.',
    browserOnly: 'Stay in your browser: there is nothing to install.',
    test: 'Try your sound and picture beforehand',
    passcode: 'Passcode',
    telephone: 'By telephone',
    dial: 'Dial this number',
    enter: 'Then enter this meeting number, and #',
    enterPasscode: 'Last, enter this passcode, and #',
    dictate: 'To read aloud',
    number: 'Meeting number',
    capital: 'capital',
    simple: 'In plain words',
    simpleSteps: ['Take a telephone, a tablet or a computer.', 'Click the link at the time above.', 'Write your name.'],
    simpleWait: 'Wait: the meeting will begin.',
    simpleAdmitted: 'Wait: somebody will let you in.',
  },
};
