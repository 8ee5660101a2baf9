import { wordsIn, type Section } from '../../lib/help/topic.ts';
import type { ServiceCard } from '../../lib/services/card.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useHelp } from './context.ts';
import { TopicText } from './TopicText.tsx';

/** @param isOpen a section for who wants to know more opens when the address names it */
export function SectionText({ section, card, isOpen }: { section: Section; card: ServiceCard | null; isOpen: boolean }) {
  const { t, language } = useHelp();
  const title = wordsIn(language, section.title);
  const items = section.topics.map((topic) => <li key={topic.text.en}><TopicText topic={topic} card={card} /></li>);
  const body = (
    <>
      {section.intro !== undefined && <p>{wordsIn(language, section.intro)}</p>}
      {section.kind === 'steps' ? <ol>{items}</ol> : <ul>{items}</ul>}
    </>
  );
  return (
    <section class="pa-help-section" id={section.id} aria-labelledby={`${section.id}-title`}>
      <h2 id={`${section.id}-title`} tabIndex={-1}>{title}</h2>
      {section.more === true ? <Disclosure summary={t('more', { title })} open={isOpen}>{body}</Disclosure> : body}
    </section>
  );
}
