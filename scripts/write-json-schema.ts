/** src/schema.ts -> dist/analysis.schema.json: the same promise for those who do not speak zod (draft 2020-12). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { analysisSchema } from '../src/schema.ts';

const target = new URL('../dist/analysis.schema.json', import.meta.url);
mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, `${JSON.stringify(z.toJSONSchema(analysisSchema, { target: 'draft-2020-12' }), null, 2)}\n`);
