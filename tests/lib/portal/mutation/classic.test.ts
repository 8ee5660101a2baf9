import { provesMutations } from './run.ts';

provesMutations('classic');
