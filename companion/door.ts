/** What is no HTTP request at all is refused in the same form as everything else (RFC 9457), before any route sees it. */
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from '../lib/contract/answer.ts';

const refusals: Readonly<Record<string, readonly [number, string, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'En-têtes trop longs', 'Les en-têtes de la demande sont trop longs.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'Demande trop lente', 'La demande n’est pas arrivée en entier à temps\u00a0: réessayez.'],
};
const unreadable = [400, 'Bad Request', 'Demande illisible', 'Ce qui est arrivé n’est pas une demande HTTP.'] as const;

function answer(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, reason, title, detail] = refusals[error.code ?? ''] ?? unreadable;
  const problem: Problem = { type: 'urn:passerelle:problem:unreadable', title, status, detail, code: 'unreadable' };
  const body = JSON.stringify(problem);
  socket.end(`HTTP/1.1 ${status} ${reason}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
}

export function refuseUnreadable(server: Server): void {
  server.on('clientError', answer);
}
