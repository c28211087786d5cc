/** Time(2n) / time(n) of a full analysis for every shape of text. */
import { SHAPES } from '../../test/growth/shapes.ts';
import { createAnalyzer } from './built.ts';
import { processorTime, table } from './measure.ts';

const SIZES = [65_536, 131_072, 262_144, 524_288, 1_048_576, 2_097_152, 4_194_304, 8_388_608];

export async function measureGrowth(largest: number): Promise<string> {
  const analyzer = await createAnalyzer();
  const sizes = SIZES.filter((size) => size <= largest);
  const rows = Object.entries(SHAPES).map(([name, make]) => {
    const times = sizes.map((size) => {
      const text = make(size);
      // the least of several: a collection of garbage or a neighbour only ever adds
      return Math.min(...Array.from({ length: runsOf(size) }, () => processorTime(() => analyzer.analyze(text))));
    });
    const ratios = times.slice(1).map((time, at) => time / (times[at] as number));
    // one ratio may be a collection of garbage, all of them together cannot
    const mean = ((times.at(-1) as number) / (times[0] as number)) ** (1 / ratios.length);
    return [name, ...ratios.map((ratio) => ratio.toFixed(2)), mean.toFixed(2), (times.at(-1) as number).toFixed(0)];
  });
  const head = ['shape', ...sizes.slice(1).map((size) => `to ${size / 1024} KB`), 'mean', 'ms at the last'];
  return table(head, rows);
}

/** Short texts are run often enough to be warm, long ones are that after their first part. */
function runsOf(size: number): number {
  if (size > 2e6) return 1;
  return size > 250_000 ? 2 : 4;
}
