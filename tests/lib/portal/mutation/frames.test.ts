import { provesMutations } from './run.ts';

provesMutations('frames');
