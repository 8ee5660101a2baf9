import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { OverlayTranslate } from './texts.ts';

export interface BannerProps {
  translate: OverlayTranslate;
  kind: 'info' | 'warning';
  title: string;
  /** What it means and what to do, one sentence a paragraph. */
  sentences: readonly string[];
  onClose: () => void;
  /** Puts the diagnostic on the clipboard; without it there is no such button. */
  onCopy?: () => Promise<void>;
}

/** Short, never in the way, and gone when it is closed. */
export function Banner({ translate, kind, title, sentences, onClose, onCopy }: BannerProps) {
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = () => {
    onCopy?.().then(
      () => setCopied('copied'),
      () => setCopied('copyFailed'),
    );
  };
  return (
    <div class="po-slim">
      <Notice
        kind={kind}
        title={title}
        actions={
          <>
            {onCopy !== undefined && (
              <Button size="small" icon="copy" onClick={copy}>
                {translate('copyDiagnostic')}
              </Button>
            )}
            <Button size="small" onClick={onClose}>
              {translate('close')}
            </Button>
            {copied !== null && <span aria-hidden="true">{translate(copied)}</span>}
          </>
        }
      >
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <LiveRegion text={copied === null ? '' : translate(copied)} />
    </div>
  );
}
