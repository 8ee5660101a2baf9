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
  /** What became of the copy that was asked for; null: none was. */
  copied: 'copied' | 'copyFailed' | null;
  /** Puts the diagnostic on the clipboard. */
  onCopy: () => void;
}

/** Short, never in the way, and gone when it is closed. */
export function Banner({ translate, kind, title, sentences, copied, onClose, onCopy }: BannerProps) {
  return (
    <div class="po-slim">
      <Notice
        kind={kind}
        title={title}
        actions={
          <>
            <Button size="small" icon="copy" onClick={onCopy}>
              {translate('copyDiagnostic')}
            </Button>
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
