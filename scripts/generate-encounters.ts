/**
 * Synthetic encounters for tests of scale: a seed fixes every byte, and no word of it comes from a real note.
 *
 *   tsx scripts/generate-encounters.ts --encounters 100000 --seed 1 > encounters.jsonl
 *   tsx scripts/generate-encounters.ts --encounters 100000 --order date > by-date.jsonl
 */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { type GeneratedEncounter, generateEncounters } from '../test/encounters/generated.ts';

const { values } = parseArgs({
  options: {
    encounters: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    /** `patient`: each patient's lines together; `date`: as a practice would export them, patients mixed. */
    order: { type: 'string', default: 'patient' },
  },
});

const write = async (encounter: GeneratedEncounter): Promise<void> => {
  if (!process.stdout.write(`${JSON.stringify(encounter)}\n`)) await once(process.stdout, 'drain');
};

const encounters = generateEncounters(Number(values.encounters), Number(values.seed));
if (values.order === 'date') {
  for (const encounter of [...encounters].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)))
    await write(encounter);
} else {
  for (const encounter of encounters) await write(encounter);
}
