/**
 * The world as the CLI sees it: three streams, the environment, signals and the analyzer factory, all injectable, so
 * that a test can run `main` without a process.
 */
import { fstatSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { type Analyzer, type AnalyzerOptions, createAnalyzer } from '../index.ts';

export type TextSink = Writable & { readonly isTTY?: boolean };
export type ByteSource = Readable;

export interface CliIo {
  readonly stdin: ByteSource;
  /** False on a terminal, and where stdin is closed or /dev/null, as under cron: nobody offers a note there. */
  readonly hasPipedInput: () => boolean;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly createAnalyzer: (options?: AnalyzerOptions) => Promise<Analyzer>;
  /**
   * Calls `listener` at the first SIGINT (a second one ends the process), or when the process that started this one with a
   * channel has let go of it, as `cluster work` does when it ends or dies. Returns the way to stop listening.
   */
  readonly onInterrupt: (listener: () => void) => () => void;
}

export function openProcessIo(): CliIo {
  return {
    // A getter, because merely touching process.stdin opens it and can keep the process alive.
    get stdin() {
      return process.stdin;
    },
    hasPipedInput() {
      try {
        const stdin = fstatSync(0);
        return !stdin.isCharacterDevice() && !stdin.isDirectory();
      } catch {
        return false;
      }
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    createAnalyzer,
    onInterrupt(listener) {
      const ends = ['SIGINT', 'disconnect'];
      for (const end of ends) process.once(end, listener);
      return () => {
        for (const end of ends) process.off(end, listener);
      };
    },
  };
}

/** Overrides laid over a base without touching its getters. */
export function overlayIo(base: CliIo, overrides: Partial<CliIo>): CliIo {
  return Object.defineProperties(
    Object.create(base) as CliIo,
    Object.getOwnPropertyDescriptors(overrides) as PropertyDescriptorMap,
  );
}

/** NO_COLOR (no-color.org) wins over FORCE_COLOR, and both over what the stream is. */
export function wantsColor(env: CliIo['env'], stream: TextSink): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return !['0', 'false'].includes(env.FORCE_COLOR);
  return stream.isTTY === true && env.TERM !== 'dumb';
}
