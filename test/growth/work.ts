/**
 * Work counted, not timed: how often the blocks of our code ran, as V8's precise coverage tells it; the same on any
 * machine, busy or idle. Import this file first: V8 counts the blocks of code only that is compiled after it was asked to.
 */
import { Session } from 'node:inspector/promises';

const SOURCE = /\/src\/(?!lexicons\/compiled)/;
/** What every text takes, however short, is no growth. */
const LEAST = 10_000;

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** Executions of blocks of `src/` since the last call. What a built-in does inside itself (a slice, a sort) is not counted. */
async function takeCount(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let work = 0;
  for (const { url, functions } of result)
    if (SOURCE.test(url)) for (const { ranges } of functions) for (const { count } of ranges) work += count;
  return work;
}

/** Executions of blocks of `src/` while `act` ran. */
export async function countWork(act: () => void): Promise<number> {
  await takeCount();
  act();
  const work = await takeCount();
  if (work === 0) throw new Error('No block of src/ was counted: import test/growth/work.ts before anything of src/.');
  return work;
}

const COUNTS = 3;

/** V8 may drop the counts of a function that it discards midway, and never adds any: the most of some counts is right. */
async function mostWork(act: () => void): Promise<number> {
  let most = 0;
  for (let count = 0; count < COUNTS; count++) most = Math.max(most, await countWork(act));
  return most;
}

/** How many times the work of `act` grows from `size` to `times` times that size. */
export async function growthOf(act: (size: number) => void, size: number, times: number): Promise<number> {
  const small = await mostWork(() => act(size));
  return (await mostWork(() => act(size * times))) / Math.max(small, LEAST);
}
