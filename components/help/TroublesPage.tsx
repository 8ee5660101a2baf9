import { troubles } from '../../lib/help/troubles.ts';
import { wordsIn } from '../../lib/help/topic.ts';
import { titleProps } from '../page/use-hash.ts';
import { useHelp } from './context.ts';
import { Support } from './Support.tsx';
import { TopicText } from './TopicText.tsx';

export function TroublesPage() {
  const { t, language, cards } = useHelp();
  return (
    <>
      <header class="pa-section-head">
        <h1 {...titleProps}>{t('troubles')}</h1>
        {troubles.intro !== undefined && <p class="pa-soft">{wordsIn(language, troubles.intro)}</p>}
      </header>
      <ul class="pa-help-section">
        {troubles.topics.map((topic) => <li key={topic.text.en}><TopicText topic={topic} card={null} /></li>)}
      </ul>
      <Support cards={cards} />
    </>
  );
}
