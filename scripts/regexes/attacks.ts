/**
 * recheck over regular expressions: which text makes one slow. It counts steps and never looks at a clock, and its chance
 * begins at one seed, so that a busy machine finds what an idle one finds.
 */
import { check } from 'recheck';
import type { Expression } from './expressions.ts';

export interface Attack {
  /** `unknown`: the checker gave up, which proves nothing. */
  readonly status: 'vulnerable' | 'unknown';
  readonly expression: Expression;
  /** "2nd degree polynomial: 'a'.repeat(54773) + '\x00'", or why the checker gave up. */
  readonly shape: string;
}

const BY_STEPS = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null } as const;

/** One after the other: several at a time share the chance of one checker. */
export async function findAttacks(expressions: readonly Expression[]): Promise<readonly Attack[]> {
  const attacks: Attack[] = [];
  for (const expression of expressions) {
    const found = await check(expression.source, expression.flags, BY_STEPS);
    if (found.status === 'safe') continue;
    const shape =
      found.status === 'vulnerable'
        ? `${found.complexity.summary}: ${found.attack.pattern}`
        : `not decided: ${JSON.stringify(found.error)}`;
    attacks.push({ status: found.status, expression, shape });
  }
  return attacks;
}

export const writeAttack = ({ status, expression: { source, flags, places }, shape }: Attack): string =>
  `${status}\t${places.join(' ')}\t/${source}/${flags}\t${shape}`;
