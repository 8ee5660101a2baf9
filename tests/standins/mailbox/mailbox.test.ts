import { afterEach, describe, expect, it } from 'vitest';
import nodemailer from 'nodemailer';
import { startMailbox, type Mailbox } from './mailbox.ts';

let mailbox: Mailbox | undefined;
afterEach(async () => {
  await mailbox?.close();
  mailbox = undefined;
});

async function start(): Promise<Mailbox> {
  mailbox = await startMailbox({ now: () => Date.UTC(2026, 10, 24, 14) });
  return mailbox;
}

const send = (to: Mailbox, mail: Partial<Parameters<ReturnType<typeof nodemailer.createTransport>['sendMail']>[0]> = {}) =>
  nodemailer.createTransport({ ...to.smtp, secure: false, ignoreTLS: true }).sendMail({
    from: { name: 'CCT', address: 'cct@cct.example.test' },
    to: [{ name: 'Élise Gagné', address: 'elise@iucpq.example.test' }],
    subject: 'Réunion créée',
    text: 'Le lien est prêt.',
    html: '<p>Le lien est <strong>prêt</strong>.</p>',
    ...mail,
  });

describe('mailbox stand-in', () => {
  it('keeps a mail with its people, texts, headers, envelope and calendar', async () => {
    const box = await start();
    await send(box, {
      bcc: 'cachee@cct.example.test',
      messageId: '<fixe.1@cct.example.test>',
      headers: { 'Auto-Submitted': 'auto-generated' },
      icalEvent: { method: 'PUBLISH', filename: 'invitation.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    });
    const [mail] = box.messages();
    expect(mail).toMatchObject({
      number: 1,
      from: { name: 'CCT', address: 'cct@cct.example.test' },
      to: [{ name: 'Élise Gagné', address: 'elise@iucpq.example.test' }],
      envelope: { from: 'cct@cct.example.test', to: ['elise@iucpq.example.test', 'cachee@cct.example.test'] },
      subject: 'Réunion créée',
      messageId: '<fixe.1@cct.example.test>',
      receivedAt: Date.UTC(2026, 10, 24, 14),
    });
    expect(mail?.bcc).toEqual([]);
    expect(mail?.header('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toContain('prêt');
    expect(mail?.html).toContain('<strong>prêt</strong>');
    expect(mail?.attachments.find((part) => part.filename === 'invitation.ics')?.text()).toContain('BEGIN:VCALENDAR');
    expect(mail?.attachments.some((part) => part.method === 'PUBLISH')).toBe(true);
    expect(mail?.raw).toContain('Message-ID: <fixe.1@cct.example.test>');
  });

  it('wakes whoever waits for a mail when it arrives, and says what came instead when it does not', async () => {
    const box = await start();
    const awaited = box.waitFor((mail) => mail.subject === 'Rappel');
    await send(box, { subject: 'Autre' });
    await send(box, { subject: 'Rappel' });
    expect((await awaited).number).toBe(2);
    expect((await box.waitFor((mail) => mail.subject === 'Autre')).number).toBe(1);
    await expect(box.waitFor((mail) => mail.subject === 'Jamais', { timeoutMs: 1 })).rejects.toThrow('« Autre », « Rappel »');
    box.clear();
    expect(box.messages()).toEqual([]);
  });

  it('R4 drops the connection before the dot and keeps nothing, then takes the same mail', async () => {
    const box = await start();
    box.fail({ kind: 'dropBeforeDot', times: 1 });
    await expect(send(box)).rejects.toThrow();
    expect(box.messages()).toHaveLength(0);
    await send(box);
    expect(box.messages()).toHaveLength(1);
  });

  it('R4 drops the connection after the dot and has kept the mail', async () => {
    const box = await start();
    box.fail({ kind: 'dropAfterDot', times: 1 });
    await expect(send(box)).rejects.toThrow();
    expect(box.messages()).toHaveLength(1);
  });

  it.each([[421, 'data'], [451, 'data'], [550, 'data'], [421, 'recipient'], [451, 'recipient'], [550, 'recipient']] as const)(
    'refuses with %i at the %s as often as told',
    async (code, at) => {
      const box = await start();
      box.fail({ kind: 'refuse', code, at, times: 2 });
      await expect(send(box)).rejects.toMatchObject({ responseCode: code });
      await expect(send(box)).rejects.toMatchObject({ responseCode: code });
      await send(box);
      expect(box.messages()).toHaveLength(1);
    },
  );

  it('shows the mail on a page, its HTML in a sandboxed frame, its attachment to keep', async () => {
    const box = await start();
    expect(await (await fetch(box.url)).text()).toContain('Aucun courriel');
    await send(box, { subject: '<b>gras</b>', html: '<script>alert(1)</script>', attachments: [{ filename: 'à lire".txt', content: 'contenu' }] });
    const list = await (await fetch(box.url)).text();
    expect(list).toContain('&lt;b&gt;gras&lt;/b&gt;');
    expect(list).toContain('elise@iucpq.example.test');
    const one = await (await fetch(`${box.url}/messages/1`)).text();
    expect(one).toContain('<iframe');
    expect(one).toContain('sandbox=');
    expect(one).not.toContain('<script>alert');
    const framed = await fetch(`${box.url}/messages/1/html`);
    expect(framed.headers.get('content-security-policy')).toContain("default-src 'none'");
    const part = await fetch(`${box.url}/messages/1/attachments/0`);
    expect(part.headers.get('content-disposition')).toBe('attachment; filename="__lire_.txt"');
    expect(await part.text()).toBe('contenu');
    expect((await fetch(`${box.url}/messages/1/attachments/7`)).status).toBe(404);
    expect((await fetch(`${box.url}/messages/9`)).status).toBe(404);
    await fetch(`${box.url}/clear`, { method: 'POST' });
    expect(box.messages()).toEqual([]);
  });

  it('tells an open page that a mail has arrived', async () => {
    const box = await start();
    const answer = await fetch(`${box.url}/events`);
    const reader = answer.body!.getReader();
    await send(box);
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('event: mail');
    await reader.cancel();
  });
});
