/**
 * The schema that Chromium wants beside the manifest, made from the settings' own. Chromium knows objects, lists,
 * words, numbers and yes or no, nothing else: `null` is written by leaving out, and limits stay with the extension,
 * which reports what it does not take instead of letting the browser drop it in silence.
 */
import * as z from 'zod/mini';
import { policyEn } from '../i18n/policy.en.ts';
import { policyFr } from '../i18n/policy.fr.ts';
import { controlSchemas, valueSchemas } from './schema.ts';

interface Node {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: unknown[];
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  const?: unknown;
}

/** Only what Chromium's policies understand. */
function plain(node: Node): Node {
  const choices = (node.anyOf ?? node.oneOf ?? []).filter(({ type }) => type !== 'null').map(plain);
  if (choices.length > 0) return merge(choices);
  if (node.type === 'object') return { type: 'object', properties: Object.fromEntries(Object.entries(node.properties ?? {}).map(([key, value]) => [key, plain(value)])) };
  if (node.type === 'array') return { type: 'array', items: plain(node.items ?? { type: 'string' }) };
  const [type = 'string'] = [node.type ?? []].flat().filter((one) => one !== 'null');
  return { type };
}

/** Kinds of one object: together, every key that one of them has. */
function merge(choices: Node[]): Node {
  const [first = { type: 'string' }] = choices;
  if (!choices.every(({ type }) => type === 'object')) return first;
  return { type: 'object', properties: Object.assign({}, ...choices.map(({ properties }) => properties)) as Record<string, Node> };
}

const both = (key: string): { title: string; description: string } => {
  const title = `title_${key}` as keyof typeof policyFr;
  const text = `text_${key}` as keyof typeof policyFr;
  return { title: `${policyFr[title]} / ${policyEn[title]}`, description: `${policyFr[text]} / ${policyEn[text]}` };
};

/** The whole file, as an object. */
export function managedSchema(): object {
  const all: Record<string, z.ZodMiniType> = { ...valueSchemas(), ...controlSchemas };
  const properties = Object.entries(all).map(([key, schema]) => {
    const node = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Node;
    return [key, { ...both(key), ...plain(node) }] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties) };
}
