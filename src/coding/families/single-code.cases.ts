/** Conditions of one code. */
import type { Case } from '../case.ts';

export const cases: readonly Case[] = [
  { says: 'failed back', given: ['postlaminectomy-syndrome lumbar'], codes: 'M96.1' },
  { says: 'cauda equina', given: ['cauda-equina-syndrome'], codes: 'G83.4' },
  { says: 'cauda equina feared', given: ['cauda-equina-syndrome hypothetical'], codes: '' },
  {
    says: 'C1 C8 nameless: M53.9 and the name is asked',
    given: ['unspecified-dorsopathy lumbosacral'],
    codes: 'M53.9',
    gaps: 'named-condition',
  },
  {
    says: 'nameless beside a named condition of the place',
    given: ['unspecified-dorsopathy lumbar', 'spondylosis lumbar'],
    codes: 'M47.816',
    excluded: 'M53.9',
  },
  { says: 'myelopathy alone has no code in scope', given: ['myelopathy cervical'], codes: '' },
  { says: 'endplate change alone has none', given: ['endplate-change lumbar L4-L5'], codes: '' },
];
