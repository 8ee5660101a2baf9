/** Writes public/managed-schema.json from the settings' own schemas: `node tests/setup/managed-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { managedSchema } from '../../lib/policy/managed-schema.ts';

writeFileSync(join(import.meta.dirname, '../../public/managed-schema.json'), `${JSON.stringify(managedSchema(), null, 2)}\n`);
