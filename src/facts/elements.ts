/**
 * What else the note documents: function, treatment, examination, grades, durations, injuries, leg pain, what was ruled out,
 * written codes. Each kind is taken only from the sections in which it says something of this patient's spine.
 */
import { assertTarget } from '../context/assertion.ts';
import { type Box, findBoxes } from '../context/boxes.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Element, ElementKind, SectionKind, Status } from '../model.ts';
import { type Tokens, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { evidenceOf, type Finding } from './findings.ts';
import { findLegPains, mayHaveLegPains } from './leg-pain.ts';
import { COMPLAINTS } from './link-site.ts';
import { findWrittenCodes } from './written-codes.ts';

interface Place {
  readonly first: number;
  readonly last: number;
}

const sections = (...kinds: SectionKind[]): ReadonlySet<SectionKind> => new Set(kinds);

/** Sections in which a kind of element is not looked for. */
const NOT_IN: Partial<Record<ElementKind, ReadonlySet<SectionKind>>> = {
  exam: sections(
    'complaint',
    'history',
    'past-history',
    'medications',
    'allergies',
    'family-history',
    'social-history',
    'review-of-systems',
    'plan',
    'education',
    'billing',
    'procedure',
    'procedure-details',
    'technique',
    'impression',
    'imaging',
  ),
  treatment: sections(
    'allergies',
    'family-history',
    'exam',
    'review-of-systems',
    'billing',
    'education',
    'findings',
    'technique',
  ),
  function: sections(
    'allergies',
    'family-history',
    'billing',
    'education',
    'procedure-details',
    'technique',
    'findings',
  ),
  injury: sections(
    'medications',
    'allergies',
    'family-history',
    'education',
    'billing',
    'procedure',
    'procedure-details',
    'technique',
    'operative-findings',
    'plan',
  ),
  'leg-pain': sections(
    'exam',
    'family-history',
    'education',
    'billing',
    'procedure-details',
    'technique',
    'past-history',
  ),
  claudication: sections('family-history', 'education', 'past-history'),
};
/** Where an absent finding is the author's or a study's word, not a symptom denied. */
const RULED_OUT_IN = sections(
  'assessment',
  'assessment-and-plan',
  'plan',
  'imaging',
  'impression',
  'findings',
  'preamble',
  'indication',
  'postoperative-diagnosis',
);

export function findElements(note: NoteReading, findings: readonly Finding[]): Element[] {
  const elements: Element[] = [];
  const mayHaveLegs = mayHaveLegPains(note.tokens);
  for (const sentence of note.sentences) elements.push(...elementsOf(note, sentence, mayHaveLegs));
  elements.push(...headingCodes(note));
  for (const finding of findings) elements.push(...ruledOut(note, finding));
  for (const finding of findings) elements.push(...seenAtOperation(finding));
  return elements.sort(
    (a, b) =>
      (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0),
  );
}

const NONE: readonly Element[] = [];

interface Found {
  readonly kind: ElementKind;
  readonly place: Place;
  /** Where it is not simply the words of the note. */
  readonly value?: string;
}

const NOTHING: readonly Found[] = [];
const NO_PLACES: readonly Place[] = [];

function elementsOf(note: NoteReading, sentence: SentenceReading, mayHaveLegs: boolean): readonly Element[] {
  const found = lookForElements(note, sentence, mayHaveLegs);
  if (found.length === 0) return NONE;
  const { sectionKind: section } = sentence;
  const boxes = findBoxes(note.tokens, sentence);
  return found.flatMap(({ kind, place, value }): Element[] => {
    const status = statusOf(kind, note.tokens, sentence, place, boxes);
    const evidence = evidenceOf(note.tokens, place.first, place.last);
    return status ? [{ kind, value: value ?? evidence.text, status, section, evidence: [evidence] }] : [];
  });
}

function lookForElements(note: NoteReading, sentence: SentenceReading, mayHaveLegs: boolean): readonly Found[] {
  const { hits, sectionKind } = sentence;
  const legs = mayHaveLegs && !NOT_IN['leg-pain']?.has(sectionKind) ? findLegPains(note.tokens, sentence) : NO_PLACES;
  const codes = findWrittenCodes(note.tokens, sentence);
  if (!hits.names && legs.length === 0 && codes.length === 0) return NOTHING;
  const found: Found[] = [];
  for (const place of hits.get('element')) {
    for (const kind of place.value)
      if (kind !== 'leg-pain' && isMeant(note, sentence, kind, place)) found.push({ kind, place });
  }
  for (const place of legs) found.push({ kind: 'leg-pain', place });
  found.push(...gradesAndDurations(sentence));
  for (const place of hits.get('claudication')) found.push({ kind: 'claudication', place });
  for (const place of codes) found.push({ kind: 'written-code', place, value: place.code });
  return found.length === 0 ? found : found.filter(({ kind }) => !NOT_IN[kind]?.has(sectionKind));
}

/** They are looked for only beside what they may belong to. */
function gradesAndDurations(sentence: SentenceReading): readonly Found[] {
  const { hits, candidates, levels } = sentence;
  const isOfSomething = candidates.length > 0 || levels.length > 0 || hits.get('spine-word').length > 0;
  if (!isOfSomething) return NOTHING;
  const grades = hits.get('grade').filter((place) => isOfSpine(sentence, place) || isOfPlace(sentence, place));
  const durations = hits.get('duration').filter((place) => isOfSpine(sentence, place));
  return [
    ...grades.map((place): Found => ({ kind: 'grade', place })),
    ...durations.map((place): Found => ({ kind: 'duration', place, value: place.value })),
  ];
}

/** Null where nothing is said of it: an empty box. A grade and a code stand where they are written, a duration always. */
function statusOf(
  kind: ElementKind,
  tokens: Tokens,
  sentence: SentenceReading,
  place: Place,
  boxes: readonly Box[],
): Status | null {
  if (kind === 'duration') return 'present';
  const { status } = assertTarget(tokens, sentence, place, boxes);
  if (status !== 'unstated') return status;
  return kind === 'grade' || kind === 'written-code' ? 'present' : null;
}

const NEAR = 5;

/** "chronic low back pain", "grade I slip of L4"; not "chronic hypokalemia", "grade II murmur". */
function isOfSpine(sentence: SentenceReading, { first, last }: Place): boolean {
  return sentence.candidates.some((each) => each.first - last <= NEAR && first - each.last <= NEAR - 2);
}

const PLACE_REACH = 8;

/** "L4-5 facet joints, Kellgren-Lawrence grade 3": graded without a name; a murmur or a knee names no place of the spine. */
function isOfPlace(sentence: SentenceReading, { first }: Place): boolean {
  const isBefore = (place: Place): boolean => place.last <= first && first - place.last <= PLACE_REACH;
  return (
    sentence.hits.get('elsewhere').length === 0 &&
    (sentence.levels.some(isBefore) || sentence.hits.get('spine-word').some(isBefore))
  );
}

/** "falls asleep", "fall risk": nobody fell. */
const NO_FALL_BEFORE = wordSet('asleep within into risk risks precautions prevention short below outside under');
/** An injury that an operation may do, or of elsewhere. */
const INJURED_PARTS = wordSet(
  'nerve root cord dural vascular vessel brain head thermal kidney liver organ tendon ligament',
);

function isMeant({ tokens }: NoteReading, sentence: SentenceReading, kind: ElementKind, hit: Place): boolean {
  if (kind === 'treatment') return !['dependence', 'abuse', 'addiction', 'allergy'].includes(wordAt(tokens, hit.last));
  if (kind !== 'injury') return true;
  // "slipped disc", "traumatic fracture" are findings
  if (sentence.candidates.some((each) => each.first < hit.last && hit.first < each.last)) return false;
  if (sentence.hits.get('elsewhere').some((part) => part.last === hit.first)) return false;
  return !NO_FALL_BEFORE.at(tokens, hit.last) && !INJURED_PARTS.at(tokens, hit.first - 1);
}

/** "From drop-down M53.86:", "Dx (M54.5):": codes written in a heading. */
function headingCodes(note: NoteReading): Element[] {
  return note.headings.flatMap((heading, at) =>
    findWrittenCodes(note.tokens, heading).map((code): Element => {
      const evidence = evidenceOf(note.tokens, code.first, code.last);
      return {
        kind: 'written-code',
        value: code.code,
        status: 'present',
        section: note.sections[at]?.kind ?? 'other',
        evidence: [evidence],
      };
    }),
  );
}

function ruledOut(note: NoteReading, { condition, status, mention, evidence }: Finding): Element[] {
  const isStructure = !note.language.symptoms.has(condition) && !COMPLAINTS.has(condition);
  if (status !== 'absent' || !isStructure || !RULED_OUT_IN.has(mention.section)) return [];
  return [{ kind: 'ruled-out', value: condition, status, section: mention.section, evidence: [evidence] }];
}

function seenAtOperation({ condition, status, source, mention, evidence }: Finding): Element[] {
  if (source !== 'operative' || status !== 'present') return [];
  return [{ kind: 'operative-finding', value: condition, status, section: mention.section, evidence: [evidence] }];
}
