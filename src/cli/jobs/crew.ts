/**
 * The workers of `batch --jobs`: parcels go out as workers come free and their answers come back in the order of the
 * input. Only a few parcels a worker are ever held, whatever the length of the input; a parcel whose worker dies is redone.
 */
import { Piscina } from 'piscina';
import { answerFatalLine } from '../answer-line.ts';
import type { ByteLine } from '../lines.ts';
import type { Answers, Parcel, WorkerSetup } from './worker.ts';

/** A parcel is closed at either: large enough that handing it over costs nothing, small enough that workers share a short run. */
const PARCEL_BYTES = 131_072;
const PARCEL_LINES = 64;
/** Parcels out or waiting, for each worker. */
const AHEAD = 3;
/** Deaths of workers after which a parcel is given up. */
const ATTEMPTS = 3;

/** The answers to all lines, parcel by parcel, in the order of the input. */
export async function* answerWithCrew(
  lines: AsyncIterable<ByteLine>,
  jobs: number,
  setup: WorkerSetup,
  worker: URL = new URL('./worker.js', import.meta.url),
): AsyncGenerator<Answers> {
  const pool = new Piscina({ filename: worker.href, workerData: setup, minThreads: jobs, maxThreads: jobs });
  const ahead: Promise<Answers>[] = [];
  try {
    for await (const parcel of packLines(lines)) {
      const answers = answer(pool, parcel);
      // A failure is told when its turn comes; until then nobody awaits it.
      answers.catch(() => {});
      ahead.push(answers);
      if (ahead.length >= jobs * AHEAD) yield await (ahead.shift() as Promise<Answers>);
    }
    for (const answers of ahead) yield await answers;
  } finally {
    await pool.destroy();
  }
}

async function* packLines(lines: AsyncIterable<ByteLine>): AsyncGenerator<Parcel> {
  let packed: ByteLine[] = [];
  let bytes = 0;
  for await (const line of lines) {
    // a copy of its own: what the reader gives is a part of a larger buffer, and all of that would be handed over
    packed.push({ number: line.number, bytes: line.bytes && new Uint8Array(line.bytes) });
    bytes += line.bytes?.length ?? 0;
    if (bytes < PARCEL_BYTES && packed.length < PARCEL_LINES) continue;
    yield { lines: packed };
    packed = [];
    bytes = 0;
  }
  if (packed.length > 0) yield { lines: packed };
}

async function answer(pool: Piscina, parcel: Parcel, attempts: number = ATTEMPTS): Promise<Answers> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await pool.run(parcel)) as Answers;
    } catch (error) {
      if (!isDeath(error)) throw error;
      if (attempt >= attempts) return answerHalves(pool, parcel);
    }
  }
}

/** A parcel at which workers keep dying is halved until the line that kills them stands alone. */
async function answerHalves(pool: Piscina, { lines }: Parcel): Promise<Answers> {
  if (lines.length === 1) {
    return { text: answerFatalLine((lines[0] as ByteLine).number).text, analyses: 0, errors: 1 };
  }
  const middle = lines.length >> 1;
  // one death is enough to halve again; only the last line, alone, is tried as often as a parcel
  const attempts = lines.length > 2 ? 1 : ATTEMPTS;
  const first = await answer(pool, { lines: lines.slice(0, middle) }, attempts);
  const second = await answer(pool, { lines: lines.slice(middle) }, attempts);
  return {
    text: first.text + second.text,
    analyses: first.analyses + second.analyses,
    errors: first.errors + second.errors,
  };
}

/** A worker that ends gives no error of the code that it ran: piscina or Node tell of the end itself. */
function isDeath(error: unknown): boolean {
  const { code, message = '' } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || /worker exited|Terminating worker thread/i.test(message);
}
