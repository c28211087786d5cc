/** Times that can be compared: what is compared is run in turns, and the median of each is taken. */

/** Milliseconds of the processor, which are steadier than those of the clock where the machine is shared. */
export interface Timing {
  /** Of the first round, in which the code is compiled. */
  readonly first: number;
  /** The median of the rounds after it was warm. */
  readonly warm: number;
}

export interface Rounds {
  /** Rounds until the compiler has settled; the first of them included. */
  readonly toWarm: number;
  readonly measured: number;
}

export function measureInTurns<Name extends string>(
  tasks: Readonly<Record<Name, () => void>>,
  { toWarm, measured }: Rounds,
): Record<Name, Timing> {
  const names = Object.keys(tasks) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < toWarm + measured; round++)
    for (const name of names) taken[name].push(processorTime(tasks[name]));
  return Object.fromEntries(
    names.map((name) => [
      name,
      { first: taken[name][0] ?? Number.NaN, warm: median(taken[name].slice(toWarm)) } satisfies Timing,
    ]),
  ) as Record<Name, Timing>;
}

/** Milliseconds of the processor that a task takes. */
export function processorTime(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
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
