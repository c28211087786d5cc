/** docs/dependencies.md goes with package-lock.json, every licence is known, and nothing is counted that is not installed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findDisagreements, type LockEntries, packageAt, readLock, treeOf } from '../../scripts/dependencies/locked.ts';
import { writePage } from '../../scripts/dependencies/page.ts';

const root = new URL('../../', import.meta.url);
const entries = readLock(root);

const MIT = { version: '1.0.0', license: 'MIT' };
/** a needs b and, on one system, c; b here is not the b of a. */
const SMALL: LockEntries = {
  '': { dependencies: { a: '1' }, peerDependencies: { p: '^1' }, devDependencies: { p: '1.0.0', d: '1.0.0' } },
  'node_modules/a': { ...MIT, dependencies: { b: '2' }, optionalDependencies: { c: '1' } },
  'node_modules/a/node_modules/b': { ...MIT, version: '2.0.0', license: 'ISC' },
  'node_modules/b': MIT,
  'node_modules/c': { ...MIT, os: ['linux'] },
  'node_modules/d': { ...MIT, dependencies: { b: '1' } },
  'node_modules/p': {
    ...MIT,
    peerDependencies: { b: '1', d: '1' },
    peerDependenciesMeta: { d: { optional: true } },
  },
};
const PURPOSES = { a: 'to run', p: 'one part', d: 'to make' };

describe('docs/dependencies.md', () => {
  it('goes with package-lock.json; else: npm run dependencies:update', () => {
    expect(readFileSync(new URL('docs/dependencies.md', root), 'utf8')).toBe(writePage(entries));
  });

  it('tells the licence that each installed package states itself', () => {
    expect(findDisagreements(entries, root)).toEqual([]);
    const [path = ''] = Object.keys(entries).filter((each) => each !== '');
    const wrong = { ...entries, [path]: { ...entries[path], license: 'Beerware' } };
    expect(findDisagreements(wrong, root)).toEqual([expect.stringContaining(`${path}: `)]);
  });

  it('lists and counts', () => {
    const page = writePage(SMALL, PURPOSES);
    for (const row of [
      '`npm install spinenote` brings 2 packages, and of 1 builds',
      '(MIT 2, ISC 1)',
      '| a | 1.0.0 | MIT | to run |',
      '| b | 2.0.0 | ISC | a |',
      '| a-*, one for each system | 1.0.0 | MIT | a |',
      '| p | ^1 | 1.0.0 | MIT | one part | 1 |',
      'All of them together: 2 packages (MIT 2).',
      'Not installed with SpineNote: 1 packages (MIT 1)',
      '| d | 1.0.0 | MIT | to make |',
    ])
      expect(page).toContain(row);
  });

  it.each<[what: string, purposes: Record<string, string>, expected: RegExp]>([
    ['a dependency without a purpose', { a: 'x', p: 'x' }, /To be added: d; to be removed: none/],
    ['a purpose without a dependency', { ...PURPOSES, z: 'x' }, /To be added: none; to be removed: z/],
  ])('%s is a mistake', (_what, purposes, expected) => {
    expect(() => writePage(SMALL, purposes)).toThrow(expected);
  });
});

describe('what is installed', () => {
  it.each<[names: string[], expected: string]>([
    [['a'], 'a@1.0.0 b@2.0.0 c@1.0.0'],
    [['d'], 'b@1.0.0 d@1.0.0'],
    [['p'], 'b@1.0.0 p@1.0.0'],
    [['a', 'd'], 'a@1.0.0 b@1.0.0 b@2.0.0 c@1.0.0 d@1.0.0'],
    [[], ''],
  ])('with %j: %s', (names, expected) => {
    expect(
      treeOf(names, SMALL)
        .map(({ name, version }) => `${name}@${version}`)
        .join(' '),
    ).toBe(expected);
  });
});

describe('a licence', () => {
  it.each<[licence: string | undefined, expected: RegExp]>([
    [undefined, /a 1\.0\.0: its licence, none stated, is not one that was looked at\. Read it/],
    ['UNLICENSED', /UNLICENSED/],
    ['SEE LICENSE IN LICENSE.md', /SEE LICENSE/],
    ['GPL-3.0-only', /GPL-3\.0-only/],
  ])('%s is a mistake', (licence, expected) => {
    const entry = { version: '1.0.0', ...(licence === undefined ? {} : { license: licence }) };
    expect(() => packageAt('node_modules/a', { 'node_modules/a': entry })).toThrow(expected);
  });

  it.each(['MIT', 'MIT OR Apache-2.0'])('%s is known', (license) => {
    const entry = { version: '1.0.0', license };
    expect(packageAt('node_modules/@x/a', { 'node_modules/@x/a': entry })).toMatchObject({
      name: '@x/a',
      licence: license,
    });
  });
});
