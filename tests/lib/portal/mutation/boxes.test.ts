import { provesMutations } from './run.ts';

provesMutations('boxes');
