/**
 * The codes that each answer to a query would give: the facts are changed as the answer says and coded again. For
 * coders only; an answer that leaves something to fill in ("Named condition: ____") has no codes of its own.
 */
import { assignCodes } from '../coding/code.ts';
import type { CodeYear } from '../coding/codeset.ts';
import type { QueryWording } from '../lexicons/query-wording.ts';
import type { Findings, Query } from '../model.ts';
import { answerQuery } from './what-if-answers.ts';

/** A long chart with many queries: the first answers are worth the time that coding takes, the hundredth is not. */
const MOST_ANSWERS = 120;

export function addWhatIf(
  queries: readonly Query[],
  findings: Findings,
  year: CodeYear,
  wording: QueryWording,
): readonly Query[] {
  if (!queries.some(({ changes }) => changes === 'code')) return queries;
  let left = MOST_ANSWERS;
  const now = assignCodes(findings, year);
  return queries.map((query) => {
    if (query.changes !== 'code' || left <= 0) return query;
    const answers = query.options.slice(0, left).flatMap((answer) => {
      const changed = answerQuery(query, answer, findings, wording);
      return changed ? [{ answer, codes: changed === findings ? now : assignCodes(changed, year) }] : [];
    });
    left -= answers.length;
    // "Named condition: ____" is what would change a code here, and it has none yet.
    return answers.every(({ codes }) => codes.join(' ') === now.join(' ')) ? query : { ...query, whatIf: answers };
  });
}
