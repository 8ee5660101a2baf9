import { provesMutations } from './run.ts';

provesMutations('components');
