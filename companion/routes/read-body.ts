/** A signed request with a JSON body, checked in the one right order: signature, depth, JSON, schema. */
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { accepts } from './accepts.ts';
import { authenticate } from './authenticate.ts';
import type { Caller } from '../ledger/access.ts';
import type { Parts } from './parts.ts';
import { Refusal, refuse } from './problem.ts';

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

/** @returns the value, or why not: 400 for what is no JSON, 422 with the field for what is not asked for */
export function readValue<T extends z.ZodMiniType>(body: string, schema: T): { value: z.infer<T> } | Refusal {
  if (isTooDeep(body)) return new Refusal('malformed');
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return new Refusal('malformed');
  }
  if (accepts(schema, json)) return { value: json as z.infer<T> };
  const parsed = schema.safeParse(json);
  return parsed.success ? { value: parsed.data } : new Refusal('invalid', { field: parsed.error.issues[0]?.path.join('.') || 'corps' });
}

/** As {@link readValue}. @returns the value, or the refusal to answer with */
export function parseBody<T extends z.ZodMiniType>(context: Context, body: string, schema: T): { value: z.infer<T> } | Response {
  const read = readValue(body, schema);
  return read instanceof Refusal ? refuse(context, read.code, read.more) : read;
}

/** As {@link parseBody}, for a person's signed request. */
export async function readSigned<T extends z.ZodMiniType>(
  context: Context,
  parts: Parts,
  schema: T,
): Promise<{ caller: Caller; body: string; value: z.infer<T> } | Response> {
  const body = await context.req.text();
  const caller = await authenticate(context, parts, body);
  if (caller instanceof Response) return caller;
  const parsed = parseBody(context, body, schema);
  return parsed instanceof Response ? parsed : { caller, body, value: parsed.value };
}
