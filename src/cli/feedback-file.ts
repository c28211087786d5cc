/** The sink of `spinenote serve --feedback`: one line of JSON for each card, appended to a file that only its owner may read. */
import { appendFileSync } from 'node:fs';
import type { HeardFeedback } from '../service/feedback.ts';
import { UsageError } from './failure.ts';

/**
 * @param complain told once when the file can no longer be written to; the service goes on
 * @throws UsageError when the file cannot be written to at the start
 */
export function openFeedbackFile(file: string, complain: (words: string) => void): (heard: HeardFeedback) => void {
  const append = (words: string): void => appendFileSync(file, words, { mode: 0o600 });
  const explain = (error: unknown): string =>
    `--feedback ${file}: cannot be appended to (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}). Name a file in a folder that you may write to.`;
  try {
    append('');
  } catch (error) {
    throw new UsageError(explain(error));
  }
  let isFailing = false;
  return (heard) => {
    try {
      append(`${JSON.stringify(heard)}\n`);
      isFailing = false;
    } catch (error) {
      if (!isFailing) complain(explain(error));
      isFailing = true;
    }
  };
}
