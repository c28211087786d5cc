/**
 * Lexicon text -> checked entries. A mistake is told with file, line, what was found and what is accepted; the file
 * is trusted only as far as its schema goes, and nothing in it is ever run.
 */
import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { LexiconError } from './failure.ts';

const MOST_ALIASES = 20;

/** Keys that would reach into an object's prototype are refused wherever they stand. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses and checks one lexicon file.
 * @throws LexiconError on YAML that does not parse, and on every entry that the schema refuses (first one told).
 */
export function parseLexicon<Schema extends z.ZodType>(
  schema: Schema,
  yamlText: string,
  file: string,
): z.infer<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, uniqueKeys: true, customTags: [] });
  const syntax = document.errors[0];
  if (syntax) {
    // What is never closed is told where the text ends, not on the empty line after it.
    const line = lines.linePos(Math.min(syntax.pos[0], Math.max(0, yamlText.trimEnd().length - 1))).line;
    const what = syntax.message.split(/\n| at line \d/)[0] ?? 'not YAML';
    throw new LexiconError(
      file,
      line,
      `not valid YAML: ${what}. Mend the line, or quote the value if it holds a ":" or "#".`,
    );
  }
  const lineOf = (path: readonly PropertyKey[]): number => lineOfEntry(document, path, lines);
  refuseForbiddenKeys(document.contents, lines, file);
  const result = schema.safeParse(contentOf(document, file));
  if (result.success) return result.data;
  const issue = deepestIssue(result.error.issues[0] as Issue);
  const where = issue.path.length > 0 ? `entry ${issue.path.map(String).join('.')}` : 'the file';
  const line = lineOfKey(document, issue, lines) ?? lineOf(issue.path);
  throw new LexiconError(
    file,
    line,
    `${where}: ${sentence(issue.message)} See lexicons/README.md for what an entry holds.`,
  );
}

/** The line on which an entry of a file stands that has been parsed already; that of the nearest entry around it. */
export function findLine(yamlText: string, path: readonly (string | number)[]): number {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, uniqueKeys: true, customTags: [] });
  return lineOfEntry(document, path, lines);
}

function lineOfEntry(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Aliases that multiply ("billion laughs") are given up before they fill the memory. */
function contentOf(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    throw new LexiconError(
      file,
      1,
      `the file repeats itself by aliases more than ${MOST_ALIASES} times. Write the values out.`,
    );
  }
}

/** Where an unknown key stands, rather than where its entry begins. */
function lineOfKey(document: Document, issue: Issue, lines: LineCounter): number | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const entry = issue.path.length > 0 ? document.getIn(issue.path, true) : document.contents;
  if (!isMap(entry)) return undefined;
  const key = entry.items
    .map((pair) => pair.key)
    .find((each) => isScalar(each) && issue.keys.includes(String(each.value)));
  return isScalar(key) && key.range ? lines.linePos(key.range[0]).line : undefined;
}

type Issue = z.core.$ZodIssue & { errors?: Issue[][] };

/** Of a failed union the alternative that came furthest says best what the author meant. */
function deepestIssue(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || !issue.errors?.length) return issue;
  const inner = issue.errors
    .flatMap((branch) => branch.slice(0, 1))
    .map((branch) => deepestIssue({ ...branch, path: [...issue.path, ...branch.path] } as Issue))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return inner && inner.path.length > issue.path.length ? inner : issue;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function refuseForbiddenKeys(node: unknown, lines: LineCounter, file: string): void {
  const seen = [node];
  while (seen.length > 0) {
    const current = seen.pop();
    if (isMap(current)) seen.push(...current.items);
    else if (isPair(current)) {
      if (isScalar(current.key) && FORBIDDEN_KEYS.has(String(current.key.value))) {
        const line = lines.linePos(current.key.range?.[0] ?? 0).line;
        throw new LexiconError(
          file,
          line,
          `the key "${String(current.key.value)}" is refused: it would change objects, not words. Rename or remove it.`,
        );
      }
      seen.push(current.value);
    } else if (current && typeof current === 'object' && 'items' in current) seen.push(...(current.items as unknown[]));
  }
}
