/** A part of spinenote whose packages are optional: loaded when it is asked for, and a missing package is named with its install line. */
import { UsageError } from './failure.ts';

/** @throws UsageError when a package that the part needs is not installed */
export async function loadPart<Part>(
  name: string,
  packages: readonly string[],
  load: () => Promise<Part>,
): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'ERR_MODULE_NOT_FOUND' ? /Cannot find package '([^']+)'/.exec(message)?.[1] : undefined;
    if (missing === undefined) throw error;
    throw new UsageError(
      `spinenote ${name} needs the package ${missing}, which is optional and not installed. Run: npm install ${packages.join(' ')}`,
    );
  }
}
