import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Conference } from '../../../lib/contract/answer.ts';
import { mailLink, textMessageLink } from '../../../lib/domain/addresses.ts';
import { MESSAGE_MAXIMUM } from '../../../lib/domain/invitation.ts';
import { invitationStore, withInvitation } from '../../../lib/state/invitation-store.ts';
import type { BookingView } from '../../../lib/state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { copyInvitation } from '../clipboard.ts';
import { usePopup } from '../context.ts';
import { useKept } from '../use-kept.ts';
import { Choices } from './Choices.tsx';
import { Guests } from './Guests.tsx';
import { isLetter, newLetter, printLetter, subjectOf, type Letter } from './letter.ts';
import { composerWords } from './words.ts';

/** What was written when the popup closed, else the draft that waits in this browser; a clinical meeting has neither (S4-10). */
function useLetter({ key, booking: { end } }: BookingView, fresh: Letter, isKept: boolean) {
  const [isWaiting, setWaiting] = useState(false);
  // Asked once: whether it waits, and what it says when nothing was half written.
  const draft = useMemo(async (): Promise<Letter | undefined> => (isKept ? (await invitationStore.load())[key] : undefined), [key, isKept]);
  const { value: letter, change: setLetter, forget, keptElsewhere } = useKept(isKept ? { name: `letter ${key}`, end } : null, fresh, isLetter, () => draft);
  useEffect(() => void draft.then((waiting) => setWaiting(waiting !== undefined)), [draft]);
  return { letter, setLetter, forget, keptElsewhere, isWaiting, setWaiting };
}

interface ComposerProps {
  view: BookingView;
  conference: Conference;
}

function Writing({ view, conference }: ComposerProps) {
  const { model, language } = usePopup();
  const t = useMemo(() => composerWords(language), [language]);
  const card = model.cards[view.booking.serviceId ?? ''];
  const isKept = card?.clinical !== true;
  const fresh = newLetter(language, model.browserOnly.includes(view.booking.establishmentId ?? ''));
  const { letter, setLetter, forget, keptElsewhere, isWaiting, setWaiting } = useLetter(view, fresh, isKept);
  const [said, say] = useSaid();
  const isSound = letter.voices.length > 0 && [...letter.message].length <= MESSAGE_MAXIMUM;
  const printed = isSound ? printLetter(letter, view, conference, card) : null;

  const { end } = view.booking;
  const keep = (draft: Letter | null): void => {
    invitationStore.update((known) => withInvitation(known, view.key, draft && { ...draft, end }, model.now)).then(
      () => {
        setWaiting(draft !== null);
        if (draft === null) forget();
        else keptElsewhere(draft);
        say(t(draft === null ? 'forgotten' : 'laterSaid'));
      },
      () => say(t('laterFailed')),
    );
  };
  const copy = (invitation: { text: string; html: string }): void => void copyInvitation(invitation).then(() => say(t('copied')), () => say(t('notCopied')));
  return (
    <div class="pa-invitation">
      {isWaiting && <Notice kind="info" live={false}>{t('waiting')}</Notice>}
      <Choices t={t} letter={letter} hasDialIn={conference.dialIn.length > 0} onChange={(change) => setLetter({ ...letter, ...change })} />
      <Guests t={t} form={isKept ? { name: `guest ${view.key}`, end } : null} addresses={letter.addresses} onChange={(addresses, words) => {
        setLetter({ ...letter, addresses });
        say(words);
      }} />
      {isSound && printed === null && <Notice kind="error">{t('wrongLink')}</Notice>}
      {printed !== null && (
        <>
          <p class="pa-label" id={`${view.key}-preview`}>{t('preview')}</p>
          <pre tabIndex={0} role="region" aria-labelledby={`${view.key}-preview`}>{printed.text}</pre>
          <div class="pa-row">
            <Button kind="primary" size="small" icon="copy" onClick={() => copy(printed)}>{t('copy')}</Button>
            <a class="pa-button pa-button-small" href={mailLink(letter.addresses, subjectOf(view), printed.text)} target="_blank" rel="noopener noreferrer">{t('mail')}</a>
            <a class="pa-button pa-button-small" href={textMessageLink(printed.text)} target="_blank" rel="noopener noreferrer">{t('text')}</a>
            {isKept && <Button size="small" onClick={() => keep(letter)}>{t('later')}</Button>}
            {isWaiting && <Button size="small" kind="quiet" onClick={() => keep(null)}>{t('forget')}</Button>}
          </div>
        </>
      )}
      <p class="pa-small pa-soft">{t('nothingSent')}{!isKept && ` ${t('nothingKept')}`}</p>
      <p class="pa-small" aria-hidden="true">{said.text}</p>
      <LiveRegion text={said.text} turn={said.turn} />
    </div>
  );
}

/** The invitation, made one's own and read again before anything leaves (F15, S0-26): nothing is sent from here. */
export function Composer(props: ComposerProps) {
  const { t } = usePopup();
  // Fifty cards would each make its words, read what is kept and print an invitation that nobody looks at.
  const [isWanted, setWanted] = useState(false);
  return (
    <Disclosure summary={t('compose')} onOpen={() => setWanted(true)}>
      {isWanted && <Writing {...props} />}
    </Disclosure>
  );
}
