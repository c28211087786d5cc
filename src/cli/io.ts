/**
 * The world as the CLI sees it: three streams, the environment, signals and the analyzer factory, all injectable, so
 * that a test can run `main` without a process.
 */
import { fstatSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Analyzer, AnalyzerOptions } from '../index.ts';

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
   * Calls `listener` at the first SIGINT or SIGTERM (a second one, of either kind, ends the process), and when the process
   * that started this one with a channel has let go of it, as `cluster work` does when it ends or dies; so it may be called
   * twice. Returns the way to stop listening.
   */
  readonly onInterrupt: (listener: () => void) => () => void;
}

/** Of Ctrl-C, and of whoever stops a machine: systemd, Docker, Kubernetes, SLURM. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

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
    async createAnalyzer(options) {
      const { openAnalyzer } = await import('./analyzer.ts');
      return openAnalyzer(options);
    },
    onInterrupt(listener) {
      const deafen = (): void => {
        for (const signal of STOP_SIGNALS) process.off(signal, hear);
      };
      const hear = (): void => {
        deafen();
        listener();
      };
      for (const signal of STOP_SIGNALS) process.on(signal, hear);
      process.once('disconnect', listener);
      return () => {
        deafen();
        process.off('disconnect', listener);
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
