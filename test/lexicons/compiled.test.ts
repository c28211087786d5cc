/** The compiled module is what lexicons/*.yaml say today, and every file keeps its schema. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compiledLexicons, LEXICONS_HASH } from '../../src/lexicons/compiled.ts';
import { definitions } from '../../src/lexicons/definitions.ts';
import { LexiconError } from '../../src/lexicons/failure.ts';
import { parseLexicon } from '../../src/lexicons/parse.ts';

const folder = new URL('../../lexicons/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(`${name}.yaml`, folder), 'utf8').replace(/\r\n/g, '\n');

describe('the lexicons', () => {
  it('are compiled from the files as they stand', () => {
    const hash = createHash('sha256');
    for (const { name } of definitions) hash.update(`${name}.yaml\0${textOf(name)}\0`);
    expect(LEXICONS_HASH, 'run: npm run compile-lexicons').toBe(hash.digest('hex'));
  });

  it('are all declared, and all described in lexicons/README.md', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
    expect(files.sort()).toEqual(definitions.map(({ name }) => `${name}.yaml`).sort());
    const readme = readFileSync(new URL('README.md', folder), 'utf8');
    for (const file of files) expect(readme).toContain(`\`${file}\``);
  });

  it.each(definitions.map(({ name, schema }) => ({ name, schema })))('$name.yaml keeps its schema', ({
    name,
    schema,
  }) => {
    expect(parseLexicon(schema, textOf(name), `${name}.yaml`)).toEqual(compiledLexicons[name]);
  });

  it.each(
    definitions.map(({ name, schema }) => ({ name, schema })),
  )('$name.yaml is refused with a line of noise in it', ({ name, schema }) => {
    const text = `${textOf(name)}\nnoise: [a]\n`;
    expect(() => parseLexicon(schema, text, `${name}.yaml`)).toThrow(LexiconError);
    expect(() => parseLexicon(schema, text, `${name}.yaml`)).toThrow(/noise/);
  });

  it('say where each condition comes from', () => {
    for (const { id, source } of compiledLexicons.conditions.conditions) expect(source, id).toMatch(/\S/);
  });

  it('give no condition phrase two meanings', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { id, phrases } of compiledLexicons.conditions.conditions) {
      for (const each of phrases) {
        const phrase = (typeof each === 'string' ? each : each.phrase).toLowerCase().replaceAll('-', ' ');
        meanings.set(phrase, (meanings.get(phrase) ?? new Set()).add(id));
      }
    }
    expect([...meanings].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });
});
