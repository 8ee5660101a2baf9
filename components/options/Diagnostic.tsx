import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { useOptions } from './context.ts';
import { Group } from './Group.tsx';

/** What to paste into a request for help (U26). Opened from the icon's menu, it is copied at once where the browser lets it. */
export function Diagnostic({ wanted }: { wanted: boolean }) {
  const { actions, t } = useOptions();
  const [text, setText] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<'diagnosticCopied' | 'diagnosticNotCopied' | null>(null);
  const place = useRef<HTMLDivElement>(null);

  const copy = (content: string) =>
    actions.copy(content).then(
      () => setOutcome('diagnosticCopied'),
      () => setOutcome('diagnosticNotCopied'),
    );
  useEffect(() => {
    void actions.diagnostic().then((content) => {
      setText(content);
      if (!wanted) return;
      place.current?.scrollIntoView({ block: 'center' });
      void copy(content);
    });
  }, [wanted]);

  return (
    <Group title={t('diagnostic')} lead={t('diagnosticLead')}>
      <div ref={place}>
        <Button kind={wanted ? 'primary' : 'secondary'} icon="copy" disabled={text === null} onClick={() => text !== null && void copy(text)}>
          {t('copyDiagnostic')}
        </Button>
      </div>
      <p role="status">{outcome !== null && t(outcome)}</p>
      {text !== null && <pre class="pa-mono pa-diagnostic">{text}</pre>}
    </Group>
  );
}
