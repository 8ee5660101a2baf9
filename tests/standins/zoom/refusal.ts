/** What Zoom answers when it refuses: code and English sentence as zoom.md § 2.4 and § 2.5 give them. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export class Refusal extends Error {
  readonly answer: Answer;
  constructor(status: number, code: number, message: string, more: { errors?: { field: string; message: string }[]; headers?: Record<string, string> } = {}) {
    super(message);
    this.answer = {
      status,
      body: { code, message, ...(more.errors === undefined ? {} : { errors: more.errors }) },
      ...(more.headers === undefined ? {} : { headers: more.headers }),
    };
  }
}

const dailyPerHost = (webinar: boolean, limit: number): string =>
  webinar
    ? `A maximum of (${limit}) webinars can be created and updated for a single user in one day.`
    : `You have exceeded the daily rate limit (${limit}) of Meeting Create/Update API requests permitted for this user. You may resume these requests at GMT 00:00:00.`;

export const refuse = {
  invalidFields: (errors: { field: string; message: string }[]) => new Refusal(400, 300, 'Validation Failed.', { errors }),
  invalidBody: () => new Refusal(400, 300, 'Request Body should be a valid JSON object.'),
  webinarPlanMissing: () => new Refusal(400, 200, 'Webinar plan is missing.'),
  isWebinar: () => new Refusal(400, 3000, 'Cannot access webinar info.'),
  panelistLimit: () => new Refusal(400, 3000, 'You have reached the maximum number of panelists.'),
  notHost: () => new Refusal(400, 3161, 'Meeting hosting and scheduling capabilities are not allowed for your user account.'),
  inProgress: () => new Refusal(400, 3002, 'Sorry, you cannot delete this meeting since it is in progress.'),
  notStarted: (id: string) => new Refusal(400, 300, `Meeting ${id} is not in progress.`),
  otherAccount: (user: string) => new Refusal(400, 1010, `User does not belong to this account: ${user}.`),
  tooOld: () => new Refusal(400, 12702, 'Can not access a meeting a year ago.'),
  missingScope: (scope: string) => new Refusal(400, 4711, `Invalid access token, does not contain scopes:[${scope}].`),
  badToken: (expired: boolean) => new Refusal(401, 124, expired ? 'Access token is expired.' : 'Invalid access token.'),
  noSuchConference: (kind: 'meeting' | 'webinar', id: string) =>
    new Refusal(404, 3001, kind === 'meeting' ? `Meeting does not exist: ${id}.` : `Webinar ${id} not found or has expired.`),
  noSuchUser: (user: string) => new Refusal(404, 1001, `User does not exist: ${user}.`),
  noRecording: () => new Refusal(404, 3301, 'This recording does not exist.'),
  /** Seen at Zoom without any header that says when to come back. */
  hostDaily: (webinar: boolean, limit: number) => new Refusal(429, 429, dailyPerHost(webinar, limit)),
  concurrent: () => new Refusal(429, 429, 'Too many concurrent requests.'),
  perSecond: (category: string, limit: number, now: number) =>
    new Refusal(429, 429, 'You have reached the maximum per-second rate limit for this API. Try again later.', {
      headers: {
        'x-ratelimit-category': category,
        'x-ratelimit-type': 'QPS',
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(now / 1000) + 1),
      },
    }),
  perDay: (category: string, limit: number, retryAfter: string) =>
    new Refusal(429, 429, 'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.', {
      headers: { 'x-ratelimit-category': category, 'x-ratelimit-type': 'Daily-limit', 'x-ratelimit-limit': String(limit), 'x-ratelimit-remaining': '0', 'retry-after': retryAfter },
    }),
};
