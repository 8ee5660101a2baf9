import { provesMutations } from './run.ts';

provesMutations('ext');
