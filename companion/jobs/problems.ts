/** What a problem at Zoom means to a person. */
import type { Notice, NoticeCode } from '../ledger/life.ts';
import type { ProblemCode, ZoomProblem } from '../zoom/types.ts';

const codes: Partial<Record<ProblemCode, NoticeCode>> = {
  dailyLimit: 'dailyLimit',
  configuration: 'zoomConfiguration',
  token: 'zoomToken',
  inProgress: 'inProgress',
  notFound: 'vanished',
  invalid: 'zoomRefused',
};

/** @param otherwise when the problem's code says nothing more precise */
export function noticeOf(problem: ZoomProblem, otherwise: NoticeCode = 'waitingForZoom'): Notice {
  const code = codes[problem.code] ?? otherwise;
  if (code === 'dailyLimit') return problem.retryAt === null ? { code: 'waitingForZoom', values: {} } : { code, values: { retryAt: problem.retryAt } };
  return { code, values: code === 'zoomRefused' ? { detail: problem.zoomCode === null ? problem.code : `code ${problem.zoomCode}` } : {} };
}

/** What a person is told while it is uncertain: nothing to be done, unless Zoom refuses even the look. */
export function noticeWhileUnknown(problem: ZoomProblem | null): Notice {
  if (problem?.permanent === true) return { code: 'lookRefused', values: {} };
  return problem !== null && (problem.code === 'dailyLimit' || problem.code === 'token') ? noticeOf(problem) : { code: 'waitingForZoom', values: {} };
}
