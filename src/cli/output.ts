/**
 * Writing with back-pressure: `write` resolves when the sink has taken the text, or has room for it, so that memory stays
 * constant and a line is written whole or not at all. A closed pipe becomes ClosedPipe.
 */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { ClosedPipe, explainSystemError, UsageError } from './failure.ts';
import type { TextSink } from './io.ts';

export interface Output {
  readonly write: (text: string) => Promise<void>;
}

export function openOutput(sink: TextSink): Output {
  let failure: Error | null = null;
  // An error also arrives as an event, which would end the process if nobody listened.
  sink.on('error', (error) => {
    failure ??= translate(error);
  });
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        sink.write(text, (error) => {
          if (error) failure ??= translate(error);
          if (failure) reject(failure);
          else resolve();
        });
      }),
  };
}

export interface BufferedOutput extends Output {
  /** Resolves when everything stands in the sink; rejects with what kept a text out of it. */
  readonly finish: () => Promise<void>;
}

/** For a file: a text is gathered with others, up to the sink's own measure, so that a short line costs no write of its own. */
export function openBufferedOutput(sink: TextSink): BufferedOutput {
  let failure: Error | null = null;
  sink.on('error', (error) => {
    failure ??= translate(error);
  });
  const failing = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      throw failure ?? translate(error as Error);
    }
  };
  return {
    write: async (text) => {
      if (failure) throw failure;
      if (!sink.write(text)) await failing(once(sink, 'drain'));
    },
    finish: async () => {
      if (failure) throw failure;
      sink.end();
      await failing(finished(sink));
    },
  };
}

const CLOSED = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'ECONNRESET']);

function translate(error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code && CLOSED.has(code)) return new ClosedPipe();
  if (code === 'ENOSPC')
    return new UsageError('cannot write the output: the disk is full. Make room and run it again.');
  const reason = explainSystemError(error);
  return reason ? new UsageError(`cannot write the output: ${reason}`) : error;
}
