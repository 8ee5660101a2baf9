import type { Conference } from '../../lib/contract/answer.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CalendarButton } from './CalendarButton.tsx';
import { usePopup } from './context.ts';
import { Composer } from './invitation/Composer.tsx';
import { Numbers } from './invitation/Numbers.tsx';
import { differenceText, nameOf } from './names.ts';

const Address = ({ label, link }: { label: string; link: string }) => (
  <p class="pa-popup-link">
    <span class="pa-small pa-soft">{label}</span>
    <a href={link} target="_blank" rel="noopener noreferrer">
      {link}
    </a>
  </p>
);

/** The conference: its link, the invitation to forward (S0-26), and what Zoom set otherwise than asked. */
export function Meeting({ view, conference }: { view: BookingView; conference: Conference }) {
  const { actions, t } = usePopup();
  return (
    <>
      <Address label={t('join')} link={conference.joinLink} />
      {conference.stableLink !== undefined && conference.stableLink !== conference.joinLink && <Address label={t('joinStable')} link={conference.stableLink} />}
      <Numbers conference={conference} />
      {conference.differences.length > 0 && (
        <Notice kind="warning" live={false}>
          {t('differences', { list: conference.differences.map((word) => differenceText(word, t)).join(', ') })}
        </Notice>
      )}
      <div class="pa-row">
        <Button icon="copy" size="small" onClick={() => actions.copyInvitation(view)} aria-label={t('copyInvitationOf', { name: nameOf(view, t) })}>
          {t('copyInvitation')}
        </Button>
        <CalendarButton view={view} />
      </div>
      <Composer view={view} conference={conference} />
    </>
  );
}
