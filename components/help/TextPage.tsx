import { wordsIn, type Section } from '../../lib/help/topic.ts';
import { titleProps } from '../page/use-hash.ts';
import { useHelp } from './context.ts';
import { Support } from './Support.tsx';
import { TopicText } from './TopicText.tsx';

/** A page that is one section, with whom to write to at its end. */
export function TextPage({ section }: { section: Section }) {
  const { language, cards } = useHelp();
  return (
    <>
      <header class="pa-section-head">
        <h1 {...titleProps}>{wordsIn(language, section.title)}</h1>
        {section.intro !== undefined && <p class="pa-soft">{wordsIn(language, section.intro)}</p>}
      </header>
      <section class="pa-help-section">
        <ul>
          {section.topics.map((topic) => <li key={topic.text.en}><TopicText topic={topic} card={null} /></li>)}
        </ul>
      </section>
      <Support cards={cards} />
    </>
  );
}
