/** A mail as a short list of blocks, drawn twice: as plain text and as sober HTML that every reader shows alike. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { colonIn, withKeptSpaces } from '../../lib/domain/kept-spaces.ts';
import type { BookingFact } from '../texts/booking-facts.ts';

export type Block =
  | { kind: 'paragraph'; text: string }
  /** The one sentence that must be read. */
  | { kind: 'lead'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; rows: readonly Fact[] }
  | { kind: 'button'; label: string; href: string }
  | { kind: 'link'; label: string; href: string }
  /** The invitation, set apart, to be copied as a whole; its HTML comes escaped from lib/domain/invitation.ts. */
  | { kind: 'invitation'; text: string; html: string };

export interface Fact extends BookingFact {
  href?: string;
}

const RULE = '-'.repeat(60);

const textOf = (block: Block, colon: string): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'lead':
      return block.text;
    case 'heading':
      return block.text.toUpperCase();
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}${colon} ${value.replace(/\n/gu, '\n  ')}`).join('\n');
    case 'button':
    case 'link':
      return `${block.label}${colon}\n${block.href}`;
    case 'invitation':
      return [RULE, block.text, RULE].join('\n\n');
  }
};

/** Plain text: nothing but the words and the addresses. */
export const toText = (blocks: readonly Block[], language: 'fr' | 'en'): string => `${blocks.map((block) => textOf(block, colonIn(language))).join('\n\n')}\n`;

type Fragment = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Colours with a contrast of 7 or more on white; sizes in px, since mail readers know little else. */
const ink = '#1d2b36';
const accent = '#0b4a6f';
const font = 'font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const body = `margin:0 0 16px;font-size:16px;line-height:24px;color:${ink}`;

/** What people typed as well as our own words. */
const lines = (text: string): Fragment[] => withKeptSpaces(text).split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));

const row = ({ label, value, href }: Fact): Fragment => html`<tr>
<th scope="row" align="left" valign="top" style="padding:4px 16px 4px 0;font-size:14px;line-height:22px;font-weight:600;color:#44535f;white-space:nowrap;word-break:normal">${label}</th>
<td valign="top" style="min-width:126px;padding:4px 0;font-size:16px;line-height:22px;color:${ink}">${href === undefined ? lines(value) : html`<a href="${href}" style="color:${accent}">${value}</a>`}</td>
</tr>`;

const draw = (block: Block): Fragment => {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="${body}">${lines(block.text)}</p>`;
    case 'lead':
      return html`<p style="${body};font-size:18px;line-height:26px;font-weight:600">${lines(block.text)}</p>`;
    case 'heading':
      return html`<h2 style="margin:28px 0 8px;font-size:17px;line-height:24px;font-weight:600;color:${accent}">${block.text}</h2>`;
    case 'facts':
      return html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border-collapse:collapse">${block.rows.map(row)}</table>`;
    case 'button':
      return html`<p style="margin:8px 0 24px"><a href="${block.href}" style="display:inline-block;padding:12px 22px;border-radius:6px;background:${accent};color:#ffffff;font-size:16px;line-height:24px;font-weight:600;text-decoration:none">${block.label}</a></p>`;
    case 'link':
      return html`<p style="${body}"><a href="${block.href}" style="color:${accent}">${block.label}</a></p>`;
    case 'invitation':
      return html`<div style="margin:8px 0 24px;padding:4px 20px;border:1px solid #b9c6d0;border-left:4px solid ${accent};border-radius:6px;background:#f6f9fb;font-size:15px;line-height:1.5;color:${ink}">${raw(block.html)}</div>`;
  }
};

/** On a telephone nothing stands beyond the edge: labels and addresses go on in the next line, a conference's number does not. */
const narrow = '@media (max-width:480px){th{white-space:normal!important}}';

/** A whole HTML document; every value is escaped by hono/html. */
export async function toHtml(title: string, language: 'fr' | 'en', blocks: readonly Block[], footer: string): Promise<string> {
  return String(await html`${raw('<!doctype html>')}
<html lang="${language === 'fr' ? 'fr-CA' : 'en-CA'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${raw(narrow)}</style></head>
<body style="margin:0;padding:0;background:#eef2f5;${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:8px"><tr><td style="padding:28px 20px 12px;word-break:break-word">
${blocks.map(draw)}
</td></tr><tr><td style="padding:12px 20px 24px;border-top:1px solid #dde4ea;font-size:13px;line-height:20px;color:#5a6872">${footer}</td></tr></table>
</td></tr></table></body></html>`);
}
