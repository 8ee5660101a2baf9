import { wordsIn, type Topic } from '../../lib/help/topic.ts';
import type { ServiceCard } from '../../lib/services/card.ts';
import { cardWordsIn } from '../../lib/services/preset-words.ts';
import { Button } from '../ui/Button.tsx';
import { useHelp } from './context.ts';

function Links({ card, purpose }: { card: ServiceCard | null; purpose: NonNullable<Topic['link']> }) {
  const { t, language } = useHelp();
  const links = card?.links.filter((link) => link.purpose === purpose) ?? [];
  if (links.length === 0) return <span class="pa-soft">({t('noLink')})</span>;
  return (
    <span>
      {links.map(({ label, address }, index) => (
        <span key={address}>
          {index > 0 && ', '}
          <a href={address} target="_blank" rel="noreferrer">{cardWordsIn(language, label)}</a>
        </span>
      ))}
    </span>
  );
}

/** One topic: its words, the card's links beside them, and what may be copied. */
export function TopicText({ topic, card }: { topic: Topic; card: ServiceCard | null }) {
  const { t, language, copy, say } = useHelp();
  const words = topic.copy === undefined ? null : wordsIn(language, topic.copy);
  const onCopy = (): void => void copy(words ?? '').then(() => say(t('copied')), () => say(t('notCopied')));
  return (
    <>
      <span>{wordsIn(language, topic.text)} </span>
      {topic.link !== undefined && <Links card={card} purpose={topic.link} />}
      {words !== null && (
        <figure class="pa-words">
          <blockquote>{words}</blockquote>
          <Button size="small" icon="copy" onClick={onCopy}>{t('copy')}</Button>
        </figure>
      )}
    </>
  );
}
