/** The description of the routes, made from the schemas that check them: it cannot say anything else than they do. */
import * as z from 'zod';
import { bookingOfLedger, bookingsAnswer, eventAnswer, meAnswer, problem } from '../../lib/contract/answer.ts';
import { dayAnswer, endAnswer, endRequest, licenceAnswer, linkRequest, startAnswer } from '../../lib/contract/day.ts';
import { enrolmentAnswer, enrolmentRequest, renewalRequest } from '../../lib/contract/enrolment.ts';
import { event } from '../../lib/contract/event.ts';
import { attendanceAnswer, usageAnswer, usageBookingsAnswer, usagePageAnswer, usagePageRequest } from '../../lib/contract/usage.ts';
import { hostKeyAnswer, hostKeyRequest, plannedAnswer, roomDecision, roomRequest, roomRequestEntry, roomRequestsAnswer, slotAnswer, slotRequest, slotRequestAnswer, slotRequestEntry, slotRequestsAnswer, staysAnswer, welcomeRequest } from '../../lib/contract/rooms.ts';
import type { Routes } from './parts.ts';

const schemas = {
  event, eventAnswer, bookingOfLedger, bookingsAnswer, meAnswer, usageAnswer, usageBookingsAnswer, attendanceAnswer,
  usagePageRequest, usagePageAnswer, dayAnswer, licenceAnswer, startAnswer, endRequest, endAnswer, linkRequest,
  enrolmentRequest, enrolmentAnswer, renewalRequest, hostKeyRequest, hostKeyAnswer, slotRequest, slotRequestAnswer,
  slotRequestEntry, slotRequestsAnswer, slotAnswer, roomRequest, roomRequestEntry, roomRequestsAnswer, roomDecision,
  welcomeRequest, plannedAnswer, staysAnswer, problem,
};
type SchemaName = keyof typeof schemas;

interface Operation {
  method: 'get' | 'post';
  path: string;
  summary: string;
  signed: boolean;
  query?: readonly string[];
  takes?: SchemaName;
  gives: { status: number; schema: SchemaName | null };
}

/** Every route that a program may call. The pages of people are not among them. */
export const operations: readonly Operation[] = [
  { method: 'post', path: '/v1/events', summary: 'Takes an event; answered once it is on the disk, in the same words for the same webhook-id and body', signed: true, takes: 'event', gives: { status: 202, schema: 'eventAnswer' } },
  { method: 'get', path: '/v1/bookings', summary: 'Bookings that the key may see, newest change first', signed: true, query: ['from', 'to'], gives: { status: 200, schema: 'bookingsAnswer' } },
  { method: 'get', path: '/v1/bookings/:key', summary: 'One booking with its history', signed: true, gives: { status: 200, schema: 'bookingOfLedger' } },
  { method: 'get', path: '/v1/bookings/:key/day', summary: 'What Zoom holds of the conference beside what the card asks, and what is live on its licence; asked of Zoom at once', signed: true, gives: { status: 200, schema: 'dayAnswer' } },
  { method: 'get', path: '/v1/licence', summary: 'What is live on a service’s licence now', signed: true, query: ['service'], gives: { status: 200, schema: 'licenceAnswer' } },
  { method: 'post', path: '/v1/bookings/:key/start', summary: 'A fresh start link, for a host, to be opened at once and kept nowhere', signed: true, gives: { status: 200, schema: 'startAnswer' } },
  { method: 'post', path: '/v1/bookings/:key/end', summary: 'Asks Zoom to end the conference; the state says when it has', signed: true, takes: 'endRequest', gives: { status: 202, schema: 'endAnswer' } },
  { method: 'post', path: '/v1/bookings/:key/link', summary: 'A conference that was made by hand while Zoom was down', signed: true, takes: 'linkRequest', gives: { status: 200, schema: 'bookingOfLedger' } },
  { method: 'post', path: '/v1/bookings/:key/host-key', summary: 'The host key of a slot in a shared room, once, to its requester, from a quarter of an hour before', signed: true, takes: 'hostKeyRequest', gives: { status: 200, schema: 'hostKeyAnswer' } },
  { method: 'get', path: '/v1/bookings/:key/attendance', summary: 'How long each person stayed, as CSV without names, or as JSON where asked for, for hosts; a Link header names Zoom’s own reports', signed: true, gives: { status: 200, schema: 'staysAnswer' } },
  { method: 'post', path: '/v1/slot-requests', summary: 'Asks whoever holds a slot whether he still needs it; one a slot and day', signed: true, takes: 'slotRequest', gives: { status: 202, schema: 'slotRequestAnswer' } },
  { method: 'get', path: '/v1/slot-requests', summary: 'What the key’s person asked for and was asked for, newest first', signed: true, gives: { status: 200, schema: 'slotRequestsAnswer' } },
  { method: 'post', path: '/v1/slot-requests/:id/answer', summary: 'Keeps or cedes a slot, by its holder, once; whoever asked is told', signed: true, takes: 'slotAnswer', gives: { status: 200, schema: 'slotRequestEntry' } },
  { method: 'post', path: '/v1/room-requests', summary: 'Asks for a permanent room', signed: true, takes: 'roomRequest', gives: { status: 201, schema: 'roomRequestEntry' } },
  { method: 'get', path: '/v1/room-requests', summary: 'Requests of permanent rooms that the key may see, newest first', signed: true, gives: { status: 200, schema: 'roomRequestsAnswer' } },
  { method: 'post', path: '/v1/room-requests/:id/decision', summary: 'Answers a request of a permanent room; the requester is told', signed: true, takes: 'roomDecision', gives: { status: 200, schema: 'roomRequestEntry' } },
  { method: 'post', path: '/v1/welcome', summary: 'Sends the procedure to a designated person, for admins', signed: true, takes: 'welcomeRequest', gives: { status: 202, schema: 'plannedAnswer' } },
  { method: 'get', path: '/v1/usage', summary: 'Use of a service by establishment; « period » around « at », or « from » and « to »', signed: true, query: ['service', 'unit', 'period', 'at', 'from', 'to'], gives: { status: 200, schema: 'usageAnswer' } },
  { method: 'get', path: '/v1/usage/bookings', summary: 'The bookings behind the use that the key may see, by start, a page at a time', signed: true, query: ['service', 'period', 'at', 'from', 'to', 'after'], gives: { status: 200, schema: 'usageBookingsAnswer' } },
  { method: 'get', path: '/v1/usage/attendance', summary: 'Estimated and counted participants of the last conferences that the key may see', signed: true, query: ['service'], gives: { status: 200, schema: 'attendanceAnswer' } },
  { method: 'post', path: '/v1/usage/pages', summary: 'The address of a page to print, good for some minutes', signed: true, takes: 'usagePageRequest', gives: { status: 201, schema: 'usagePageAnswer' } },
  { method: 'get', path: '/v1/me', summary: 'Whose key this is', signed: true, gives: { status: 200, schema: 'meAnswer' } },
  { method: 'post', path: '/v1/enrolments', summary: 'Enrols a public key against a one-time code', signed: false, takes: 'enrolmentRequest', gives: { status: 201, schema: 'enrolmentAnswer' } },
  { method: 'post', path: '/v1/renewals', summary: 'A new public key in place of the one that signs, which holds for one more day', signed: true, takes: 'renewalRequest', gives: { status: 201, schema: 'enrolmentAnswer' } },
  { method: 'post', path: '/zoom/events', summary: 'Zoom’s events, signed by Zoom', signed: false, gives: { status: 204, schema: null } },
  { method: 'get', path: '/healthz', summary: 'The process and its database answer', signed: false, gives: { status: 200, schema: null } },
  { method: 'get', path: '/readyz', summary: 'Due work is being done', signed: false, gives: { status: 200, schema: null } },
  { method: 'get', path: '/metrics', summary: 'Prometheus', signed: false, gives: { status: 200, schema: null } },
  { method: 'get', path: '/openapi.json', summary: 'This description', signed: false, gives: { status: 200, schema: null } },
];

const reference = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: SchemaName) => ({ content: { 'application/json': { schema: reference(name) } } });
const parameter = (name: string, place: 'path' | 'query') => ({ name, in: place, required: place === 'path', schema: { type: 'string' } });

function describe({ method, path, summary, signed, query = [], takes, gives }: Operation): { path: string; method: string; value: object } {
  const keys = [...path.matchAll(/:(\w+)/gu)].map(([, name]) => parameter(name ?? '', 'path'));
  return {
    path: path.replace(/:(\w+)/gu, '{$1}'),
    method,
    value: {
      summary,
      ...(signed ? { security: [{ passerelleKey: [], webhookSignature: [] }] } : {}),
      ...(keys.length + query.length === 0 ? {} : { parameters: [...keys, ...query.map((name) => parameter(name, 'query'))] }),
      ...(takes === undefined ? {} : { requestBody: { required: true, ...json(takes) } }),
      responses: {
        [gives.status]: { description: 'Done', ...(gives.schema === null ? {} : json(gives.schema)) },
        default: { description: 'A refusal after RFC 9457, with a sentence', content: { 'application/problem+json': { schema: reference('problem') } } },
      },
    },
  };
}

export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const { path, method, value } of operations.map(describe)) paths[path] = { ...paths[path], [method]: value };
  const header = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description });
  return {
    openapi: '3.1.0',
    info: { title: 'Passerelle – compagnon', version, description: 'Requests are signed after Standard Webhooks 1.0.0; an event signs its body alone, anything else « METHOD path?query », then a line feed and its body when it has one.' },
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { unrepresentable: 'any' })])),
      securitySchemes: {
        passerelleKey: header('passerelle-key', 'The key’s public name'),
        webhookSignature: header('webhook-signature', '`v1,…` or `v1a,…` over `webhook-id.webhook-timestamp.text`'),
      },
    },
  };
}

export const openApiRoute: Routes = (app, { version }) => {
  const description = JSON.stringify(openApi(version));
  app.get('/openapi.json', (context) => context.body(description, 200, { 'content-type': 'application/json; charset=utf-8' }));
};
