/**
 * `npm run bench [-- part ...]`: every figure of BENCHMARKS.md from one run, in Markdown. Compare ratios, not
 * milliseconds: they come from runs in turns on the same machine. Needs `npm run build` first.
 */
import { cpus, loadavg } from 'node:os';
import { measureGrowth } from './bench/growth.ts';
import { readNoteSets } from './bench/notes.ts';
import { compareOrders, measureBatch, measureBundle, measureStart } from './bench/process.ts';
import { measureLayers, measureSpeed } from './bench/speed.ts';

const { spine, all } = readNoteSets();

const PARTS: Readonly<Record<string, () => Promise<string> | string>> = {
  speed: () => measureSpeed([spine, all]),
  'layers-spine': () => measureLayers(spine),
  'layers-all': () => measureLayers(all),
  start: measureStart,
  batch: () => measureBatch(all),
  bundle: measureBundle,
  growth: () => measureGrowth(8_388_608),
  orders: () => compareOrders(all),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);

console.log(`Node ${process.version}, ${cpus().length} cores ${cpus()[0]?.model ?? ''}\n`);
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const start = performance.now();
  const figures = await PARTS[name]?.();
  console.log(
    `### ${name}\n\n${figures}\n\n(${((performance.now() - start) / 1000).toFixed(0)} s, load ${loadavg()[0]?.toFixed(1)})\n`,
  );
}
