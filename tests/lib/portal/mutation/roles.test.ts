import { provesMutations } from './run.ts';

provesMutations('roles');
