/** Every position in an analysis, with the words that it claims to hold; for the tests that read any analysis. */
import type { Analysis } from '../src/model.ts';

export interface Claim {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

export function claimsOf(value: unknown, path = ''): Claim[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => claimsOf(each, `${path}/${key}`));
  return 'start' in value && 'end' in value ? [{ path, ...(value as Omit<Claim, 'path'>) }, ...inner] : inner;
}

/** The claims that do not hold in the text that was analysed; an analysis worth the name has none. */
export function falseClaims(analysis: Analysis, text: string): Claim[] {
  return claimsOf(analysis).filter(({ start, end, text: words }) => {
    const isPlace =
      Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
    return !isPlace || (words !== undefined && text.slice(start, end) !== words);
  });
}
