/** Neck pain, thoracic pain and back pain of no part: one code each, no axis. */
import { defineFamily } from '../family.ts';

export const neckPain = defineFamily({
  id: 'neck-pain',
  name: 'Neck pain',
  conditions: ['neck-pain'],
  axes: [],
  tables: [{ fromYear: 2016, cells: 'M54.2' }],
  cites: ['ICD-10-CM Tabular, M54.2'],
});

export const thoracicBackPain = defineFamily({
  id: 'thoracic-back-pain',
  name: 'Thoracic back pain',
  conditions: ['thoracic-back-pain'],
  axes: [],
  tables: [{ fromYear: 2016, cells: 'M54.6' }],
  cites: ['ICD-10-CM Tabular, M54.6'],
});

export const backPain = defineFamily({
  id: 'back-pain',
  name: 'Back pain, no part named',
  conditions: ['back-pain'],
  axes: [],
  tables: [{ fromYear: 2016, cells: 'M54.9' }],
  cites: ['ICD-10-CM Tabular, M54.9'],
});
