/** A signed request with a JSON body, checked in the one right order: signature, depth, JSON, schema. */
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { accepts } from './accepts.ts';
import { authenticate } from './authenticate.ts';
import type { Caller } from '../ledger/access.ts';
import type { Parts } from './parts.ts';
import { refuse } from './problem.ts';

/** JSON nested deeper than this is nobody's request. */
const DEEPEST = 16;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (quoted) {
      if (sign === '\\') index += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return false;
}

/** @returns the value, or the refusal to answer with: 400 for what is no JSON, 422 with the field for what is not asked for */
export function parseBody<T extends z.ZodMiniType>(context: Context, body: string, schema: T): { value: z.infer<T> } | Response {
  if (isTooDeep(body)) return refuse(context, 'malformed');
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return refuse(context, 'malformed');
  }
  if (accepts(schema, json)) return { value: json as z.infer<T> };
  const parsed = schema.safeParse(json);
  return parsed.success ? { value: parsed.data } : refuse(context, 'invalid', { field: parsed.error.issues[0]?.path.join('.') || 'corps' });
}

/** As {@link parseBody}, for a person's signed request. */
export async function readSigned<T extends z.ZodMiniType>(context: Context, parts: Parts, schema: T): Promise<{ caller: Caller; body: string; value: z.infer<T> } | Response> {
  const body = await context.req.text();
  const caller = await authenticate(context, parts, body);
  if (caller instanceof Response) return caller;
  const parsed = parseBody(context, body, schema);
  return parsed instanceof Response ? parsed : { caller, body, value: parsed.value };
}
