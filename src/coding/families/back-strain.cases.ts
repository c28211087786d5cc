/** Current strain and sprain. */
import type { Case } from '../case.ts';

/** The words of the note, the codes of an initial encounter, of a later one, of a sequela. */
const ENCOUNTERS = [
  ['lumbar strain', 'S39.012A', 'S39.012D', 'S39.012S'],
  ['lumbar sprain', 'S33.5XXA', 'S33.5XXD', 'S33.5XXS'],
  ['lumbar sprain/strain', 'S39.012A S33.5XXA', 'S39.012D S33.5XXD', 'S39.012S S33.5XXS'],
] as const;

export const cases: readonly Case[] = [
  { says: 'strain', given: ['back-strain current "lumbar strain"'], codes: 'S39.012A' },
  { says: 'sprain', given: ['back-strain current "lumbar sprain"'], codes: 'S33.5XXA' },
  { says: 'sprain/strain is both', given: ['back-strain current "lumbar sprain/strain"'], codes: 'S39.012A S33.5XXA' },
  { says: 'D5 past injury', given: ['back-strain past "old strain"'], codes: '' },
  { says: 'D5 historical', given: ['back-strain historical past "strain in 2011"'], codes: '' },
  { says: 'subsequent encounter', given: ['back-strain "lumbar strain, subsequent encounter"'], codes: 'S39.012D' },
  { says: 'sequela', given: ['back-strain "sequela of lumbar sprain"'], codes: 'S33.5XXS' },
  { says: 'cervical strain is out of scope', given: ['back-strain cervical "cervical strain"'], codes: '' },
  {
    says: 'and its neck pain goes with it',
    given: ['back-strain cervical "cervical strain"', 'neck-pain acute @history'],
    codes: '',
    excluded: 'M54.2',
  },
  {
    says: 'possible',
    given: ['low-back-pain other acute', 'back-strain uncertain "strain"'],
    codes: 'M54.59',
    unconfirmed: 'S39.012A',
  },
  {
    says: 'a separately documented disc stays',
    given: ['back-strain "lumbar sprain"', 'disc-herniation lumbar L4-L5'],
    codes: 'S33.5XXA M51.26',
  },
  { says: 'chronic back pain of no part stays', given: ['back-strain', 'back-pain chronic'], codes: 'S39.012A M54.9' },
  ...ENCOUNTERS.flatMap(([words, initial, later, sequela]): readonly Case[] => [
    { says: `${words}: first`, given: [`back-strain "${words}"`], codes: initial },
    { says: `${words}: later`, given: [`back-strain "${words}, subsequent encounter"`], codes: later },
    { says: `${words}: sequela`, given: [`back-strain "sequela of ${words}"`], codes: sequela },
    { says: `${words}: late effect`, given: [`back-strain "late effect of ${words}"`], codes: sequela },
  ]),
  { says: 'lumbosacral', given: ['back-strain lumbosacral "lumbosacral strain"'], codes: 'S39.012A' },
  { says: 'no part named', given: ['back-strain unspecified "back strain"'], codes: 'S39.012A' },
  { says: 'sacral strain is out of scope', given: ['back-strain sacral "sacral strain"'], codes: '' },
  {
    says: 'one injury past, one current: the current one is coded',
    given: ['back-strain past "old strain"', 'back-strain current "new lumbar sprain"'],
    codes: 'S33.5XXA',
  },
];
