import type { CheckOutcome } from './context.ts';

/** What was found last of the companion, and which button asked: an older finding would contradict it. */
export interface Finding {
  by: 'enrol' | 'renew' | 'key' | 'verify';
  outcome: CheckOutcome;
}

export interface FindingProps {
  finding: Finding | null;
  onFinding: (finding: Finding | null) => void;
}
