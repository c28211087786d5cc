/** The schemas of the lexicons that the text is read with: words, conditions, places, cues, headings, studies ... */
import { z } from 'zod';
import { CONDITIONS, MODALITIES, REGIONS, SECTION_KINDS, STATUSES } from '../model.ts';
import { defineLexicon } from './define.ts';

/** A phrase as it is written in a note; case, hyphens and plurals are found by the scanner. */
const phrase = z.string().trim().min(1).max(80);
const phrases = z.array(phrase);

export const wordsLexicon = defineLexicon(
  'words',
  z.strictObject({
    variants: z.record(phrase, phrases),
    compounds: phrases,
    transparent: phrases,
    lemmas: phrases,
    ambiguous: z.record(phrase, z.array(z.enum(['ADJ', 'ADP', 'ADV', 'AUX', 'NOUN', 'PROPN', 'VERB'])).min(1)),
    abbreviations: phrases,
    misspelt: phrases,
    'not-misspellings': phrases,
  }),
);

/** What must stand around a phrase before it counts. */
export const NEEDS = ['disc', 'spine', 'spine-word', 'provider', 'root', 'doubt'] as const;

const conditionPhrase = z.union([phrase, z.strictObject({ phrase, needs: z.enum(NEEDS) })]);

export const conditionsLexicon = defineLexicon(
  'conditions',
  z.strictObject({
    conditions: z.array(
      z.strictObject({
        id: z.enum(CONDITIONS),
        region: z.enum(REGIONS).optional(),
        symptom: z.literal(true).optional(),
        source: z.string().min(1),
        phrases: z.array(conditionPhrase),
        pairs: z
          .array(
            z.strictObject({
              first: phrases,
              second: phrases,
              gap: z.int().min(0).max(8),
              denies: z.literal(true).optional(),
              needs: z.enum(['root', 'provider']).optional(),
            }),
          )
          .optional(),
      }),
    ),
  }),
);

const cueStatus = z.enum(STATUSES).exclude(['present']);

export const cuesLexicon = defineLexicon(
  'cues',
  z.strictObject({
    cues: z.array(
      z.strictObject({
        says: cueStatus,
        direction: z.enum(['forward', 'backward', 'answer']),
        reach: z.int().min(0).max(60).optional(),
        until: z.literal('comma').optional(),
        phrases,
      }),
    ),
    pseudo: phrases,
    terminators: z.strictObject({ all: phrases, uncertain: phrases, hypothetical: phrases, historical: phrases }),
  }),
);

const placedRegion = z.enum(REGIONS).exclude(['unspecified']);

export const placesLexicon = defineLexicon(
  'places',
  z.strictObject({
    regions: z.record(placedRegion, phrases),
    'no-regions': phrases,
    limbs: phrases,
    'studies-lumbar': phrases,
    levels: z.record(z.string().regex(/^[CTLS]\d+-[CTLS]\d+(, [CTLS]\d+-[CTLS]\d+)*$/), phrases),
    'same-level': phrases,
    'spine-words': phrases,
    'disc-words': phrases,
    treated: phrases,
    sides: z.record(z.enum(['left', 'right', 'bilateral', 'midline']), phrases),
  }),
);

export const headingsLexicon = defineLexicon(
  'headings',
  z.strictObject({ headings: z.partialRecord(z.enum(SECTION_KINDS), phrases), 'body-parts': phrases }),
);

export const studiesLexicon = defineLexicon(
  'studies',
  z.strictObject({
    modalities: z.record(z.enum(MODALITIES), phrases),
    ordered: phrases,
    considered: phrases,
    historical: phrases,
    none: phrases,
    results: phrases,
    elsewhere: phrases,
  }),
);

export const qualitiesLexicon = defineLexicon(
  'qualities',
  z.strictObject({
    sizes: z.record(z.enum(['small', 'large']), phrases),
    durations: z.record(z.enum(['acute', 'subacute', 'chronic']), phrases),
    'low-back-pain-other': phrases,
    encounters: z.strictObject({ subsequent: phrases, sequela: phrases }),
    vertebrogenic: phrases,
    claudication: z.strictObject({ 'with-claudication': phrases }),
    grades: phrases,
    opinions: phrases,
    risks: phrases,
    old: phrases,
  }),
);

const byStatus = z.strictObject({ present: phrases, uncertain: phrases, absent: phrases });

export const linkagesLexicon = defineLexicon(
  'linkages',
  z.strictObject({
    'effect-first': byStatus,
    'cause-first': byStatus,
    'either-order': byStatus,
    'cause-of': phrases,
    with: phrases,
  }),
);

export const elementsLexicon = defineLexicon(
  'elements',
  z.strictObject({
    function: phrases,
    treatment: phrases,
    exam: phrases,
    'leg-pain': phrases,
    injury: phrases,
    'high-intensity-zone': phrases,
  }),
);
