/** Times that can be compared: what is compared is run in turns, and the median of each is taken. */

export interface Timing {
  /** Milliseconds, medians: of the clock, and of the processor (steadier where the machine is shared). */
  readonly wall: number;
  readonly cpu: number;
}

export function measureInTurns<Name extends string>(
  tasks: Readonly<Record<Name, () => void>>,
  rounds: number,
): Record<Name, Timing> {
  const names = Object.keys(tasks) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as Timing[]])) as Record<Name, Timing[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const before = process.cpuUsage();
      const start = performance.now();
      tasks[name]();
      const wall = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      // the first round warms up
      if (round > 0) taken[name].push({ wall, cpu: (user + system) / 1000 });
    }
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      { wall: median(taken[name].map(({ wall }) => wall)), cpu: median(taken[name].map(({ cpu }) => cpu)) },
    ]),
  ) as Record<Name, Timing>;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
