/**
 * A quick « yes » to what a schema takes. zod/mini, in which the contract is written for the extension's sake, makes an
 * object for every value that it looks at, so that it can say what is wrong; nearly every request is right. So the same
 * schema is put together once as plain functions that only say whether, and zod is asked for the reason.
 *
 * Sure of itself or silent: what is not known here (another kind of schema, another check, a value that would come out
 * changed) is never accepted, and goes to zod. So a slip here can cost time, but not let anything in that it reads right.
 */
import type * as z from 'zod/mini';

type Test = (value: unknown) => boolean;

/** The parts of zod's own definitions that are read here. */
interface Definition {
  type?: string;
  innerType?: z.ZodMiniType;
  shape?: Readonly<Record<string, z.ZodMiniType>>;
  catchall?: z.ZodMiniType;
  options?: readonly z.ZodMiniType[];
  values?: readonly unknown[];
  entries?: Readonly<Record<string, unknown>>;
  checks?: readonly { _zod: { def: CheckDefinition } }[];
}

interface CheckDefinition {
  check: string;
  fn?: (value: unknown) => unknown;
  pattern?: RegExp;
  format?: string;
  value?: number;
  inclusive?: boolean;
  maximum?: number;
}

/** Of one that is made on first use (`z.lazy`), what it makes. */
function definitionOf(schema: z.ZodMiniType): Definition {
  const definition = schema._zod.def as unknown as Definition;
  return definition.type === 'lazy' ? definitionOf((schema as z.ZodMiniLazy<z.ZodMiniType>)._zod.innerType) : definition;
}
const never: Test = () => false;

function checkOf({ check, fn, pattern, format, value: bound = 0, inclusive, maximum = 0 }: CheckDefinition): Test {
  switch (check) {
    case 'custom':
      return fn === undefined ? never : (value) => fn(value) === true;
    case 'string_format':
      return format === 'regex' && pattern !== undefined && !pattern.global && !pattern.sticky ? (value) => pattern.test(value as string) : never;
    case 'max_length':
      return (value) => (value as string).length <= maximum;
    case 'number_format':
      return format === 'safeint' ? Number.isSafeInteger : never;
    case 'greater_than':
      return inclusive === true ? (value) => (value as number) >= bound : never;
    case 'less_than':
      return inclusive === true ? (value) => (value as number) <= bound : never;
    default:
      return never;
  }
}

/** No other members than those of the shape, and all of them but the optional ones. JSON has no « undefined »: what is that is not there. */
function objectTest(shape: Readonly<Record<string, z.ZodMiniType>>): Test {
  const members = Object.entries(shape).map(([name, schema]) => ({ name, test: testOf(schema), isOptional: definitionOf(schema).type === 'optional' }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let found = 0;
    for (const { name, test, isOptional } of members) {
      const member = (value as Readonly<Record<string, unknown>>)[name];
      if (member === undefined && isOptional) continue;
      if (!test(member)) return false;
      found += 1;
    }
    return Object.keys(value).length === found;
  };
}

function kindTest({ type, innerType, shape, catchall, options, values, entries }: Definition): Test {
  switch (type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return Number.isFinite;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal':
      return (value) => values?.includes(value) === true;
    case 'enum': {
      const known = new Set(Object.values(entries ?? {}));
      return (value) => known.has(value);
    }
    case 'nullable':
    case 'optional': {
      // JSON has no « undefined »: an optional member is there as it should be, or not at all.
      const test = innerType === undefined ? never : testOf(innerType);
      return type === 'optional' ? test : (value) => value === null || test(value);
    }
    case 'union': {
      const tests = (options ?? []).map(testOf);
      return (value) => tests.some((test) => test(value));
    }
    case 'object':
      return shape !== undefined && catchall !== undefined && definitionOf(catchall).type === 'never' ? objectTest(shape) : never;
    default:
      return never;
  }
}

function testOf(schema: z.ZodMiniType): Test {
  const definition = definitionOf(schema);
  const isOfKind = kindTest(definition);
  const checks = (definition.checks ?? []).map((check) => checkOf(check._zod.def));
  return checks.length === 0 ? isOfKind : (value) => isOfKind(value) && checks.every((check) => check(value));
}

const tests = new WeakMap<z.ZodMiniType, Test>();

/** @param value as JSON.parse gives it @returns true only when the schema takes it, and takes it as it is */
export function accepts(schema: z.ZodMiniType, value: unknown): boolean {
  let test = tests.get(schema);
  if (test === undefined) {
    test = testOf(schema);
    tests.set(schema, test);
  }
  return test(value);
}
