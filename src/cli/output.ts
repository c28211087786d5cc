/**
 * Writing with back-pressure: `write` resolves when the sink has taken the text, so that memory stays constant and a
 * line is written whole or not at all. A closed pipe becomes ClosedPipe.
 */
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

const CLOSED = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'ECONNRESET']);

function translate(error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code && CLOSED.has(code)) return new ClosedPipe();
  if (code === 'ENOSPC')
    return new UsageError('cannot write the output: the disk is full. Make room and run it again.');
  const reason = explainSystemError(error);
  return reason ? new UsageError(`cannot write the output: ${reason}`) : error;
}
