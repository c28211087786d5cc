/**
 * No regular expression of src/ is slow on any text: recheck reads each (about 20 s), so that a new one is proved as well.
 * `npm run check:regexes` prints the same.
 */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findAttacks, writeAttack } from '../../scripts/regexes/attacks.ts';
import { findExpressions, readExpressions } from '../../scripts/regexes/expressions.ts';
import { makeFolder } from '../cli/world.ts';

/** Where recheck has no program for the machine it is JavaScript, and takes minutes. */
const LONG = 15 * 60_000;

const folder = makeFolder();
afterAll(folder.remove);

/** Each file of a program in which all may import each other. */
const readFiles = (files: Readonly<Record<string, string>>) =>
  readExpressions(
    Object.entries(files).map(([name, text]) => folder.put(name, text)),
    join(folder.path, '/'),
  );

describe('the regular expressions of src', () => {
  const { read, unread, stale } = findExpressions();

  it('are all found, and each is read or has samples', () => {
    expect(read.length).toBeGreaterThan(300);
    expect({ unread, stale }).toEqual({ unread: [], stale: [] });
  });

  it('are never slow', { timeout: LONG }, async () => {
    expect((await findAttacks(read)).map(writeAttack)).toEqual([]);
  });
});

describe('the reader of expressions', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['a literal', 'f(/a+b/gi);', ['/a+b/gi']],
    ['a division is none', 'const x = a / b / c;', []],
    ['nor is a text or a comment', "const x = '/a+/'; // /b+/", []],
    ['a text', "new RegExp('a\\\\s+b', 'i');", ['/a\\s+b/i']],
    ['without new', "RegExp('a');", ['/a/']],
    ['an expression with other flags', "const A = /a/g; new RegExp(A, 'm');", ['/a/g', '/a/m']],
    ['parts', `const A = 'a|b'; const C = /c/; new RegExp(\`^(?:\${A})\${C.source}$\`);`, ['/c/', '/^(?:a|b)c$/']],
    ['a part of another file', `import { PART } from './part.ts'; new RegExp(\`\${PART}$\`);`, ['/a+$/']],
  ])('%s', (_what, text, expected) => {
    const { read, unread } = readFiles({ 'read.ts': text, 'part.ts': "export const PART = 'a+';" });
    expect(read.map(({ source, flags }) => `/${source}/${flags}`)).toEqual(expected);
    expect(unread).toEqual([]);
  });

  it.each([
    ['a parameter', '\nconst make = (part: string) => new RegExp(part);'],
    ['a variable', "\nlet part = 'a'; new RegExp(part);"],
    ['a call', `\nnew RegExp(\`a\${String(1)}\`);`],
    ['flags that are not constant', "\nnew RegExp('a', flags);"],
  ])('%s is unread', (_what, text) => {
    expect(readFiles({ 'unread.ts': text })).toEqual({ read: [], unread: ['unread.ts:2'], stale: [] });
  });

  it('tells every place of the same expression', () => {
    expect(readFiles({ 'one.ts': 'f(/a/);\n\nf(/a/);', 'two.ts': 'f(/a/);' }).read).toEqual([
      { source: 'a', flags: '', places: ['one.ts:1', 'one.ts:3', 'two.ts:1'] },
    ]);
  });
});

describe('the checker', () => {
  const attack = async (expression: RegExp): Promise<string> => {
    const { source, flags } = expression;
    return (await findAttacks([{ source, flags, places: ['x.ts:1'] }])).map(writeAttack).join('\n');
  };

  it.each([
    [/^(a+)+$/, /^vulnerable\tx\.ts:1\t\/\^\(a\+\)\+\$\/\texponential: /],
    [/\s+$/, /2nd degree polynomial: /],
    [/(?<!b)a+$/, /2nd degree polynomial/],
    [/lax[^.]*ligament/, /2nd degree polynomial/],
  ])('%s is slow', async (expression, expected) => {
    expect(await attack(expression)).toMatch(expected);
  });

  it.each([/^[A-Z]\d+$/, /(?<!\s)\s+$/, /lax(?:(?!lax)[^.])*ligament/])('%s is not', async (expression) => {
    expect(await attack(expression)).toBe('');
  });
});
