/** Ways in which a run ends early. A message names the file, option or limit and what to do, never note text. */

/** Something that the caller can mend: a wrong option, an input that cannot be read. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The reader of our output has gone (`| head`): nothing is wrong, and nothing is left to do. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe';
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file. Check the name; to analyse words, pipe them in: echo "..." | spinenote analyze',
  EISDIR: 'this is a folder. Name the files in it.',
  EACCES: 'no permission to read it. Change its permissions, or run as its owner.',
  ENAMETOOLONG: 'the name is too long for a file. To analyse words, pipe them in: echo "..." | spinenote analyze',
  ENOSPC: 'the disk is full. Make room and run it again.',
  ENOTDIR: 'a part of its path is no folder. Check the path.',
};

/** Why the system refused a file, without the path that its own message would repeat. */
export function explainSystemError(error: unknown): string | null {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return null;
  return REASONS[code] ?? `the system refused it (${code}). Check the path and the device.`;
}
