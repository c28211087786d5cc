/**
 * A query as people write it, in plain text -> its parts: title, words of the record, question, options. No line is lost:
 * what is none of these is kept as words that the provider reads too.
 */

export interface QueryParts {
  readonly title: string | null;
  readonly indicators: readonly string[];
  readonly question: string;
  readonly options: readonly string[];
  readonly beside: readonly string[];
}

/** "[ ] Small", "( ) Small", "☐ Small": always an option. */
const BOX = /^\s*(?:\[[ xX_]?\]|\([ xX_]?\)|[☐☑☒□◯○]|_{2,})\s*(?=\S)/u;
/** "- Small", "1. Small", "a) Small": an option after the question, words of the record before it. */
const BULLET = /^\s*(?:[-*•–]|\d{1,2}[.)]|[a-zA-Z][.)])\s+/;
const LEAD_IN = /:\s*$/;
const GREETING = /^\s*(?:dear\b|dr\.?\s|doctor\b|hello\b|hi\b|good (?:morning|afternoon)\b)/i;
const QUOTED = /["“]([^"“”]{2,})["”]/g;

type Role = 'indicator' | 'option' | 'prose' | 'after';

export function readQueryText(text: string): QueryParts {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const title = isTitle(lines[0], lines.length) ? (lines[0] as string).trim() : null;
  const rest = (title === null ? lines : lines.slice(1)).filter((line) => !GREETING.test(line) || line.includes('?'));
  const roles = rest.map((line, index) => roleOf(line, rest, index));
  const of = (role: Role): readonly string[] => rest.filter((_, index) => roles[index] === role);
  const prose = of('prose').filter((line) => !LEAD_IN.test(line));
  const bullets = of('indicator').map((line) => line.replace(BULLET, '').trim());
  return {
    title,
    indicators: [...bullets.flatMap(quotesOf), ...prose.flatMap(quotedIn)],
    question: prose.map((line) => line.trim()).join(' '),
    options: of('option').map((line) => line.replace(BOX, '').replace(BULLET, '').trim()),
    beside: [...of('prose').filter((line) => LEAD_IN.test(line)), ...of('after')].map((line) => line.trim()),
  };
}

function roleOf(line: string, lines: readonly string[], index: number): Role {
  if (BOX.test(line)) return 'option';
  const asked = lines.findIndex((each) => each.includes('?') && !BULLET.test(each));
  const isAfter = asked >= 0 && index > asked;
  if (BULLET.test(line)) return isAfter ? 'option' : 'indicator';
  // What follows the options ("Thank you, the coding desk") is read by the provider and is no question.
  const hasOptions = lines
    .slice(0, index)
    .some((each, at) => BOX.test(each) || (asked >= 0 && at > asked && BULLET.test(each)));
  return hasOptions ? 'after' : 'prose';
}

/** A first line without an end: "Radiculopathy clarification"; "Documented in this record:" leads to its list. */
function isTitle(line: string | undefined, count: number): boolean {
  if (line === undefined || count < 2 || BOX.test(line) || BULLET.test(line) || GREETING.test(line)) return false;
  return !/[.?!:,;]\s*$/.test(line) && line.trim().split(/\s+/).length <= 12;
}

/** `- Imaging, 2026-03-12: "annular tear at L5-S1"`: what is quoted; without quotation marks the whole. */
function quotesOf(bullet: string): readonly string[] {
  const quoted = quotedIn(bullet);
  return quoted.length > 0 ? quoted : [bullet];
}

const quotedIn = (words: string): readonly string[] => [...words.matchAll(QUOTED)].map((match) => match[1] as string);
