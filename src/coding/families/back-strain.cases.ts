/** Current strain and sprain. */
import type { Case } from '../case.ts';

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
];
