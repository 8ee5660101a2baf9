/** Server-to-Server OAuth as zoom.md § 4 tells it. */
import { word, type Random } from './random.ts';
import type { Answer } from './refusal.ts';

/** The scopes of every operation the stand-in has, as an app would ask for them. */
export const allScopes = [
  'meeting:write:meeting:admin', 'meeting:read:meeting:admin', 'meeting:update:meeting:admin', 'meeting:delete:meeting:admin',
  'meeting:update:status:admin', 'meeting:read:list_meetings:admin', 'meeting:read:invitation:admin', 'meeting:read:past_meeting:admin',
  'meeting:read:list_past_participants:admin', 'meeting:update:in_meeting_controls:admin', 'cloud_recording:read:list_recording_files:admin',
  'report:read:list_meeting_participants:admin', 'webinar:write:webinar:admin', 'webinar:read:webinar:admin', 'webinar:update:webinar:admin',
  'webinar:delete:webinar:admin', 'webinar:update:status:admin', 'webinar:read:list_webinars:admin', 'webinar:write:panelist:admin',
  'webinar:read:list_panelists:admin', 'webinar:delete:panelist:admin', 'webinar:read:list_past_participants:admin',
  'report:read:list_webinar_participants:admin', 'user:read:user:admin', 'user:read:settings:admin', 'user:update:user:admin',
] as const;

export interface Credentials {
  accountId: string;
  clientId: string;
  clientSecret: string;
}

export interface TokenOptions extends Credentials {
  now: () => number;
  random: Random;
  /** Seconds; Zoom's is 3600. */
  lifetime: number;
  scopes: () => readonly string[];
  /** What the answer calls `api_url`; the stand-in's own origin when absent. */
  apiUrl: () => string;
}

export type Tokens = ReturnType<typeof createTokens>;

const wrong = (status: number, error: string, reason: string): Answer => ({ status, body: { reason, error } });

export function createTokens(options: TokenOptions) {
  const given = new Map<string, { until: number; scopes: readonly string[]; revoked: boolean }>();
  let issued = 0;

  /** @param query must be empty: parameters belong in the body (Z25) */
  function issue(authorization: string | null, contentType: string | null, query: URLSearchParams, body: string): Answer {
    const expected = `Basic ${Buffer.from(`${options.clientId}:${options.clientSecret}`).toString('base64')}`;
    if (authorization !== expected) return wrong(400, 'invalid_client', 'Invalid client_id or client_secret');
    if (query.size > 0 || contentType?.startsWith('application/x-www-form-urlencoded') !== true) return wrong(400, 'invalid_request', 'Bad Request');
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'account_credentials') return wrong(400, 'unsupported_grant_type', 'unsupported grant type');
    if (form.get('account_id') !== options.accountId) return wrong(400, 'invalid_request', 'Bad Request');
    issued += 1;
    const token = `standin.${issued}.${word(options.random, 40)}`;
    const scopes = [...options.scopes()];
    given.set(token, { until: options.now() + options.lifetime * 1000, scopes, revoked: false });
    return {
      status: 200,
      body: { access_token: token, token_type: 'bearer', expires_in: options.lifetime - 1, scope: scopes.join(' '), api_url: options.apiUrl() },
    };
  }

  /** @returns its scopes, or why it does not hold */
  function check(authorization: string | null): readonly string[] | 'invalid' | 'expired' {
    const found = given.get(/^bearer (.+)$/iu.exec(authorization ?? '')?.[1] ?? '');
    if (found === undefined || found.revoked) return 'invalid';
    return found.until <= options.now() ? 'expired' : found.scopes;
  }

  return {
    issue,
    check,
    /** How many tokens were given so far. */
    issued: () => issued,
    /** As when an administrator deactivates the app: all given ones stop. */
    revoke: () => {
      for (const token of given.values()) token.revoked = true;
    },
  };
}
