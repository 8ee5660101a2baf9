import { wordsIn, type ServiceHelp } from '../../lib/help/topic.ts';
import { localeOf } from '../../lib/i18n/translate.ts';
import { titleProps } from '../page/use-hash.ts';
import { Button } from '../ui/Button.tsx';
import { useHelp } from './context.ts';
import { SectionText } from './SectionText.tsx';
import { Support } from './Support.tsx';

/** A date of a document, in words: the day itself, hence noon in UTC. */
const dayInWords = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}T12:00:00Z`));

/** The help of one service, with what its card says in the settings. */
export function ServicePage({ help, section }: { help: ServiceHelp; section: string | null }) {
  const { t, language, cards, version, print } = useHelp();
  const card = cards.find(({ source }) => source === help.source) ?? null;
  return (
    <>
      <header class="pa-section-head">
        <h1 {...titleProps}>{wordsIn(language, help.title)}</h1>
        <p class="pa-soft">{wordsIn(language, help.lead)}</p>
        <p class="pa-soft">
          {help.signed !== null && `${t('signed', { date: dayInWords(help.signed, localeOf(language)) })} · `}
          {t('version', { version })}
        </p>
        {card === null && <p>{t('notHere')}</p>}
        <p class="pa-help-actions"><Button icon="print" onClick={print}>{t('print')}</Button></p>
      </header>
      {help.sections.map((one) => <SectionText key={one.id} section={one} card={card} isOpen={one.id === section} />)}
      <Support cards={card === null ? cards : [card]} />
    </>
  );
}
