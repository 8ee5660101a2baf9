import { useState } from 'preact/hooks';
import type { Failure } from '../Failed.tsx';
import type { Told } from './room-actions.ts';

/** One click that goes to the companion: whether it is under way, and why it failed. @param what names it where it failed */
export function useSending(what: Failure['what']) {
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = (work: Promise<Told>, done: () => void): void => {
    setSending(true);
    setFailure(null);
    void work.then((answer) => {
      setSending(false);
      if (answer.ok) done();
      else setFailure({ ...answer, what });
    });
  };
  return { isSending, failure, send };
}
