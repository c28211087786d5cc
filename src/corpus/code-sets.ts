/**
 * Codes of the scope, assigned and unconfirmed; whether the whole set is what a careful coder would send; and Code
 * First within a region (annulus fibrosus defect after the herniation of its disc).
 */
import type { Span } from '../index.ts';
import type { GoldNote } from './gold.ts';
import type { Reading } from './reading.ts';
import { answer, compareItems, type Keyed, unique, type Verdict } from './verdict.ts';

/** The codes of the annotation guide, section 4; others are not scored. */
const SCOPE = /^(M43\.[01]|M46\.1|M46\.4|M47\.|M48\.0|M50\.|M51\.|M53\.[2389]|M54\.|M96\.1|G83\.4|S33\.5|S39\.012)/;

/** ICD-10-CM Tabular, Code First at M51.A0-.A2 (M51.06, M51.16, M51.26) and at M51.A3-.A5 (M51.17, M51.27). */
const CODE_FIRST = [
  { region: 'lumbar', defect: /^M51\.A[012]$/, disc: /^M51\.[012]6$/ },
  { region: 'lumbosacral', defect: /^M51\.A[345]$/, disc: /^M51\.[12]7$/ },
] as const;

export function compareCodes(gold: GoldNote, reading: Reading | null): Verdict[] {
  if (!gold.codes) return [];
  const { required: all, optional = [], unconfirmed = [], unconfirmedOptional = [] } = gold.codes;
  const standing = (wanted: 'assigned' | 'unconfirmed'): string[] =>
    (reading?.codes ?? []).filter((code) => code.standing === wanted && SCOPE.test(code.code)).map(({ code }) => code);
  const assigned = standing('assigned');
  const required = all.filter((code) => SCOPE.test(code));
  const asked = (codes: readonly string[]): Keyed[] => codes.map((key) => ({ key, spans: [] }));
  const found = (codes: readonly string[]): Keyed[] => codes.map((key) => ({ key, spans: wordsBehind(key, reading) }));
  const allowed = new Set([...required, ...optional]);
  const exact = required.every((code) => assigned.includes(code)) && assigned.every((code) => allowed.has(code));
  return [
    ...compareItems('codes: assigned', asked(required), found(unique(assigned)), new Set(optional)),
    ...compareItems(
      'codes: unconfirmed',
      asked(unique(unconfirmed)),
      found(unique(standing('unconfirmed'))),
      new Set([...unconfirmedOptional, ...optional, ...all]),
    ),
    answer('codes: exact set', 'codes', 'exact', exact ? 'exact' : 'other'),
    ...compareSequence(required, assigned),
  ];
}

/** Where the facts stand that the program gives as the ground of a code. */
function wordsBehind(code: string, reading: Reading | null): Span[] {
  const ids = (reading?.codes ?? []).filter((entry) => entry.code === code).flatMap(({ facts }) => facts);
  return (reading?.facts ?? []).filter(({ id }) => id !== '' && ids.includes(id)).flatMap(({ evidence }) => evidence);
}

function compareSequence(required: readonly string[], assigned: readonly string[]): Verdict[] {
  return CODE_FIRST.flatMap(({ region, defect, disc }) => {
    const asked = required.some((code) => defect.test(code)) && required.some((code) => disc.test(code));
    if (!asked) return [];
    const first = assigned.findIndex((code) => disc.test(code));
    const then = assigned.findIndex((code) => defect.test(code));
    return [answer('codes: Code First', region, 'disc first', first >= 0 && then > first ? 'disc first' : 'not')];
  });
}
