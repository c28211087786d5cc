import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import type { Analysis } from '../src/model.ts';
import { analysisSchema } from '../src/schema.ts';
import { ANALYSIS, NOTE } from './formats/sample.ts';

/** `readonly` is a promise to the reader of a type and nothing that a schema can check. */
type Immutable<T> = T extends (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;
type FromSchema = Immutable<z.infer<typeof analysisSchema>>;

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;
const copy = () => structuredClone(ANALYSIS) as Mutable<Analysis>;

describe('the schema', () => {
  it('has the type of the model, both ways', () => {
    expectTypeOf<FromSchema>().toExtend<Analysis>();
    expectTypeOf<Analysis>().toExtend<FromSchema>();
  });

  it('accepts an analysis and gives it back unchanged', () => {
    expect(analysisSchema.parse(ANALYSIS)).toEqual(ANALYSIS);
  });

  it('accepts what callers send along', () => {
    const sent = copy();
    sent.note.meta = { patient: 'p1', codes: ['M54.50'], ward: 7 };
    expect(analysisSchema.parse(sent).note.meta).toEqual(sent.note.meta);
  });

  it.each<[string, (analysis: Mutable<Analysis>) => void, string]>([
    ['a field that nobody declared', (a) => Object.assign(a, { extra: 1 }), ''],
    [
      'a field that nobody declared, deep',
      (a) => Object.assign(a.facts[0]!.evidence[0]!, { line: 1 }),
      'facts.0.evidence.0',
    ],
    ['an unknown condition', (a) => Object.assign(a.facts[0]!, { condition: 'back-ache' }), 'facts.0.condition'],
    ['a fact without evidence', (a) => a.facts[0]!.evidence.splice(0), 'facts.0.evidence'],
    [
      'a quote longer than its span',
      (a) => Object.assign(a.facts[0]!.evidence[0]!, { text: 'Annular tears' }),
      'facts.0.evidence.0',
    ],
    ['a span that runs backwards', (a) => Object.assign(a.sections[0]!, { start: 9, end: 3 }), 'sections.0'],
    ['half a position', (a) => Object.assign(a.facts[0]!.evidence[0]!, { start: 0.5 }), 'facts.0.evidence.0.start'],
    ['a day that is none', (a) => Object.assign(a.note, { dateOfService: '2026-02-30' }), 'note.dateOfService'],
    ['a missing field', (a) => Reflect.deleteProperty(a, 'linkages'), 'linkages'],
    ['a position that is undefined', (a) => Object.assign(a.notices[0]!, { start: undefined }), 'notices.0.start'],
    ['a mention that does not exist', (a) => a.facts[0]!.mentions.push('m9'), 'facts.0.mentions.1'],
    ['a fact of a code that does not exist', (a) => a.codes[0]!.facts.push('f9'), 'codes.0.facts.1'],
    ['a fact of a query that does not exist', (a) => a.queries[0]!.facts.push('f9'), 'queries.0.facts.1'],
    ['an assigned code after an excluded one', (a) => a.codes.reverse(), 'codes.1.standing'],
    ['a code without a reason', (a) => Object.assign(a.codes[0]!, { why: '' }), 'codes.0.why'],
  ])('refuses %s', (_name, spoil, path) => {
    const spoilt = copy();
    spoil(spoilt);
    const { success, error } = analysisSchema.safeParse(spoilt);
    expect(success).toBe(false);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  it('never repeats note text in what it says', () => {
    const spoilt = copy();
    Object.assign(spoilt.facts[0]!.evidence[0]!, { text: 'CANARY' });
    Object.assign(spoilt.facts[1]!, { condition: 'CANARY', region: 'CANARY' });
    expect(JSON.stringify(analysisSchema.safeParse(spoilt).error)).not.toContain('CANARY');
  });
});

describe('the JSON Schema made from it', () => {
  const schema = z.toJSONSchema(analysisSchema, { target: 'draft-2020-12' });

  it('speaks draft 2020-12, is strict, and names its parts', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.$defs ?? {}).sort()).toEqual([
      'Assertion',
      'Claim',
      'Code',
      'Element',
      'Evidence',
      'Fact',
      'Imaging',
      'Linkage',
      'Mention',
      'NoteMeta',
      'Notice',
      'Query',
      'Section',
    ]);
  });

  it('accepts the sample through the way back to zod', () => {
    const back = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    expect(back.safeParse(ANALYSIS).success).toBe(true);
    expect(back.safeParse({ ...ANALYSIS, extra: NOTE.length }).success).toBe(false);
  });
});
