/** A meeting that somebody makes at Zoom by hand, as the web portal of Zoom would: through its API, with a token of its own. */
import type { ZoomStandin } from './standin.ts';

export interface MadeByHand {
  topic: string;
  agenda: string;
  /** Milliseconds since 1970 UTC. */
  start: number;
  /** The licence holder. */
  host: string;
}

/** @returns its number and its join link @throws when the stand-in refuses it */
export async function makeByHand(zoom: ZoomStandin, { topic, agenda, start, host }: MadeByHand): Promise<{ id: string; joinLink: string }> {
  const { accountId, clientId, clientSecret } = zoom.credentials;
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const token = await fetch(zoom.tokenUrl, { method: 'POST', headers: { authorization }, body: new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId }) });
  const { access_token } = (await token.json()) as { access_token: string };
  const body = JSON.stringify({ topic, agenda, type: 2, start_time: new Date(start).toISOString().replace(/\.\d+/u, ''), duration: 60, password: 'Abc12345' });
  const made = await fetch(`${zoom.apiBase}/users/${encodeURIComponent(host)}/meetings`, { method: 'POST', headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }, body });
  if (made.status !== 201) throw new Error(`Zoom's stand-in answered ${made.status}: ${await made.text()}`);
  const { id, join_url } = (await made.json()) as { id: number; join_url: string };
  return { id: String(id), joinLink: join_url };
}
