/**
 * Which study, if any, a sentence reports: the studies of a note, and for each sentence the one whose results it gives.
 * A knee MRI is a study of elsewhere: it gives no imaging entry and places nothing.
 */
import type { ImagingStatus, Modality, Region } from '../model.ts';
import type { Hit } from '../mentions/phrases.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import { type Reading } from '../mentions/reading.ts';
import { regionOfLevel } from '../mentions/levels.ts';
import { fold } from '../text/characters.ts';
import { markAt, type Tokens, WORD } from '../text/tokens.ts';

export interface Study {
  readonly modality: Modality;
  readonly regions: readonly Region[];
  readonly status: ImagingStatus;
  /** Where it is named: token range. */
  readonly first: number;
  readonly last: number;
}

/** What a sentence has to do with studies. */
export interface StudyContext {
  /** Studies named in it. */
  readonly studies: readonly Study[];
  /** The study whose results it reports; null for the author's own words. */
  readonly reports: Study | null;
  /** The study that governs the text here, reported or not: it places findings without a place. */
  readonly governing: Study | null;
  /** A study of another part of the body governs. */
  readonly elsewhere: boolean;
}

const RESULT_VERBS = new Set(
  'show shows showed shown showing reveal reveals revealed revealing demonstrate demonstrates demonstrated demonstrating indicate indicates indicated confirm confirms confirmed report reports reported reported read reads describes described displays excluded excludes suggests suggested noted evidence with documented was is are were interpreted has had did does done appears findings'.split(' '),
);
const STRICT_VERBS = new Set(
  'show shows showed shown showing reveal reveals revealed revealing demonstrate demonstrates demonstrated demonstrating indicate indicates indicated reported describes described displays excluded excludes suggested documented reveal interpreted evidence'.split(' '),
);
/** The author or the patient speaks: a report's results end here. */
const SPEAKERS = new Set(
  'i we complains complain complained complaining denies denied states stated reports rates describes feels feel believe discussed recommend recommended plan explained advised offered treats takes presents patient\'s pt'.split(' '),
);
const ASSESSING = new Set(['assessment', 'assessment-and-plan', 'plan', 'preoperative-diagnosis', 'postoperative-diagnosis', 'procedure', 'billing', 'education']);
const REPORTING = new Set(['imaging', 'findings', 'impression', 'technique', 'tests']);

export function findStudyContexts(note: NoteReading): StudyContext[] {
  const contexts: StudyContext[] = [];
  let governing: Study | null = null;
  let elsewhere = false;
  let section = -1;
  let reporting: { study: Study; item: number } | null = null;
  const main = mainRegion(note);
  for (const sentence of note.sentences) {
    if (sentence.span.section !== section) {
      section = sentence.span.section;
      const heading = note.headings[section] as Reading;
      const named = studiesIn(note, heading, 'performed', main);
      reporting = null;
      if (named.studies[0]) governing = named.studies[0];
      if (named.elsewhere) elsewhere = true;
      if (named.studies[0]) elsewhere = false;
    }
    const status = defaultStatus(sentence);
    const named = studiesIn(note, sentence, status, main);
    const own = named.studies.find((study) => study.status === 'performed') ?? named.studies[0];
    if (own) {
      governing = own;
      elsewhere = false;
    } else if (named.elsewhere) elsewhere = true;
    else if (elsewhere && speaksOfSpine(sentence)) elsewhere = false;
    const reports = reportOf(note, sentence, named.studies, governing, reporting);
    reporting = reports ? { study: reports, item: sentence.span.item } : keepsReporting(note.tokens, sentence, reporting) ? reporting : null;
    contexts.push({ studies: named.studies, reports, governing, elsewhere });
  }
  return contexts;
}

function speaksOfSpine(sentence: Reading): boolean {
  return sentence.levels.length > 0 || sentence.hits.get('region').length > 0;
}

function keepsReporting(tokens: Tokens, sentence: SentenceReading, reporting: { study: Study; item: number } | null): boolean {
  return reporting !== null && reporting.item === sentence.span.item && !isSpoken(tokens, sentence);
}

/** Whether the sentence gives the results of a study. */
function reportOf(
  note: NoteReading,
  sentence: SentenceReading,
  studies: readonly Study[],
  governing: Study | null,
  reporting: { study: Study; item: number } | null,
): Study | null {
  const { tokens } = note;
  if (note.kind === 'imaging-report') return governing ?? studies[0] ?? null;
  const done = studies.find((study) => study.status === 'performed' || study.status === 'historical');
  if (REPORTING.has(sentence.sectionKind) && note.kind !== 'other') return isSpoken(tokens, sentence) && !done ? null : (done ?? governing ?? anyStudy(sentence));
  const assessing = ASSESSING.has(sentence.sectionKind);
  if (done && followedBy(tokens, sentence, done, assessing ? STRICT_VERBS : RESULT_VERBS) && done.modality !== 'fluoroscopy') return done;
  if (assessing) return null;
  if (reporting && reporting.item === sentence.span.item && !isSpoken(tokens, sentence)) return reporting.study;
  return null;
}

function anyStudy(sentence: Reading): Study {
  return { modality: 'MRI', regions: [], status: 'performed', first: sentence.first, last: sentence.first };
}

function isSpoken(tokens: Tokens, sentence: Reading): boolean {
  for (let at = sentence.first; at < sentence.last; at++) {
    if (tokens.kind[at] === WORD && SPEAKERS.has(textOf(tokens, at))) return true;
  }
  return false;
}

function followedBy(tokens: Tokens, sentence: Reading, study: Study, verbs: ReadonlySet<string>): boolean {
  for (let at = study.last; at < sentence.last; at++) {
    if (tokens.kind[at] === WORD && verbs.has(textOf(tokens, at))) return true;
    if (markAt(tokens, at) === 0x3a) return true;
  }
  for (let at = Math.max(sentence.first, study.first - 8); at < study.first; at++) {
    if (tokens.kind[at] === WORD && ['on', 'review', 'reviewed', 'per', 'by'].includes(textOf(tokens, at)) && verbs !== STRICT_VERBS) return true;
  }
  return false;
}

function defaultStatus(sentence: SentenceReading): ImagingStatus {
  return sentence.sectionKind === 'plan' ? 'ordered' : 'performed';
}

/** The studies a stretch of text names, and whether it names one of another part of the body. */
function studiesIn(note: NoteReading, reading: Reading, fallback: ImagingStatus, main: Region): { studies: Study[]; elsewhere: boolean } {
  const studies: Study[] = [];
  let elsewhere = false;
  const hits = reading.hits.get('modality');
  for (const hit of hits) {
    if (isOfImageKind(note.tokens, hit)) continue;
    if (isElsewhere(note.tokens, reading, hit)) {
      elsewhere = true;
      continue;
    }
    const status = statusOf(note, reading, hit, fallback);
    if (status === 'considered') continue;
    const regions = regionsOf(note, reading, hit);
    studies.push({ modality: hit.value, regions: regions.length > 0 ? regions : main === 'unspecified' ? [] : [main], status, first: hit.first, last: hit.last });
  }
  return { studies, elsewhere };
}

/** "T2 weighted" names a kind of image, not a study by itself, outside a report. */
function isOfImageKind(tokens: Tokens, hit: Hit<Modality>): boolean {
  return /^t\s?-?[12]/i.test(tokens.text.slice(tokens.start[hit.first], tokens.end[hit.first + 1]));
}

function isElsewhere(tokens: Tokens, reading: Reading, hit: Hit<Modality>): boolean {
  const near = reading.hits.get('elsewhere').filter((part) => {
    const gap = part.first >= hit.last ? part.first - hit.last : hit.first - part.last;
    return gap <= (part.first >= hit.last ? 5 : 3) && !commaBetween(tokens, Math.min(part.last, hit.last), Math.max(part.first, hit.first));
  });
  if (near.length === 0) return false;
  const places = [...reading.hits.get('region').filter((region) => !isLimb(reading, region)), ...reading.levels];
  return !places.some((place) => {
    const gap = place.first >= hit.last ? place.first - hit.last : hit.first - place.last;
    return gap >= -1 && gap <= 5;
  });
}

function isLimb(reading: Reading, region: Hit<Region>): boolean {
  return reading.hits.get('limb').some((limb) => limb.first === region.first && limb.last === region.last);
}

function commaBetween(tokens: Tokens, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (markAt(tokens, at) === 0x2c) return true;
  return false;
}

/** "MRI of the lumbar spine", "cervical x-rays", "X-rays of the cervical and lumbar spine". */
function regionsOf(note: NoteReading, reading: Reading, hit: Hit<Modality>): Region[] {
  const wide = reading.hits.get('study-region');
  const regions: Region[] = [];
  for (const region of reading.hits.get('region')) {
    if (isLimb(reading, region)) continue;
    const after = region.first - hit.last;
    const before = hit.first - region.last;
    if (!((after >= 0 && after <= 8) || (before >= 0 && before <= 3))) continue;
    const value = wide.some((each) => each.first <= region.first && region.last <= each.last) ? 'lumbar' : region.value;
    if (!regions.includes(value)) regions.push(value);
  }
  if (regions.length > 0) return regions;
  const level = reading.levels.find((each) => Math.abs(each.first - hit.last) <= 6);
  return level?.levels[0] ? [regionOfLevel(level.levels[0])] : regionOfHeading(note, hit.first);
}

function regionOfHeading(note: NoteReading, token: number): Region[] {
  const at = note.sections.findIndex((section) => section.first <= token && token < section.last);
  const region = note.headings[at]?.hits.get('region')[0];
  return region ? [region.value] : [];
}

function statusOf(note: NoteReading, reading: Reading, hit: Hit<Modality>, fallback: ImagingStatus): ImagingStatus | 'considered' {
  const { tokens } = note;
  const words = reading.hits.get('study-word').filter((word) => word.last <= hit.first || word.first >= hit.last);
  const near = (kind: string, before: number, after: number): boolean =>
    words.some((word) => word.value === kind && ((word.last <= hit.first && hit.first - word.last <= before) || (word.first >= hit.last && word.first - hit.last <= after)));
  const isDated = /\d/.test(tokens.text.slice(tokens.end[hit.last - 1], tokens.end[Math.min(hit.last + 8, reading.last) - 1]));
  const hasResults = RESULTS_AFTER(tokens, reading, hit);
  if (hit.value === 'fluoroscopy') return note.kind === 'procedure-note' ? 'performed' : near('ordered', 8, 4) || fallback === 'ordered' ? 'considered' : 'performed';
  if (note.kind === 'imaging-report') return near('ordered', 6, 5) && !hasResults ? 'considered' : 'performed';
  if (near('none', 7, 6) && !hasResults && isNotDone(tokens, reading, hit)) return 'none';
  if (hasResults) return 'performed';
  if (near('considered', 7, 3)) return 'considered';
  if (near('ordered', 9, 6) && !isDated) return 'ordered';
  if (near('historical', 3, 6)) return 'historical';
  return fallback === 'ordered' && (isDated || near('results', 5, 5)) ? 'performed' : fallback;
}

function RESULTS_AFTER(tokens: Tokens, reading: Reading, hit: Hit<Modality>): boolean {
  for (let at = hit.last; at < Math.min(reading.last, hit.last + 12); at++) {
    if (tokens.kind[at] === WORD && (STRICT_VERBS.has(textOf(tokens, at)) || ['reviewed', 'viewed', 'confirmed', 'confirms', 'normal', 'unremarkable'].includes(textOf(tokens, at)))) return true;
  }
  return false;
}

const NOT_DONE = new Set('done performed undergo undergone had obtained denied refused declined available taken authorization have indicated required'.split(' '));

/** "has not had an MRI", "MRI: authorization denied, not done", "no recent imaging"; not "MRI shows no herniation". */
function isNotDone(tokens: Tokens, reading: Reading, hit: Hit<Modality>): boolean {
  for (const word of reading.hits.get('study-word')) {
    if (word.value !== 'none') continue;
    const before = hit.first - word.last;
    if (before >= 0 && before <= 7) {
      if (before <= 2) return true;
      for (let at = word.first; at < hit.first; at++) if (NOT_DONE.has(textOf(tokens, at))) return true;
    }
    const after = word.first - hit.last;
    if (after >= 0 && after <= 8 && NOT_DONE.has(textOf(tokens, word.last - 1))) return true;
  }
  return false;
}

/** The region that most of a note's places lie in. */
export function mainRegion(note: NoteReading): Region {
  const counts = new Map<Region, number>();
  const count = (region: Region): void => void counts.set(region, (counts.get(region) ?? 0) + 1);
  for (const reading of [...note.headings, ...note.sentences]) {
    for (const region of reading.hits.get('region')) if (!isLimb(reading, region)) count(region.value);
    for (const group of reading.levels) for (const level of group.levels) count(regionOfLevel(level));
  }
  let main: Region = 'unspecified';
  let most = 0;
  for (const [region, times] of counts) if (times > most) [main, most] = [region, times];
  return main === 'lumbosacral' ? 'lumbar' : main;
}

function textOf(tokens: Tokens, at: number): string {
  return fold(tokens.text.slice(tokens.start[at], tokens.end[at]));
}


/** Studies that headings name: "LUMBAR X-RAY (county rule), 3 views:", "EXAM: MRI lumbar spine". */
export function headingStudies(note: NoteReading): Study[] {
  const main = mainRegion(note);
  return note.headings.flatMap((heading, at) => {
    const kind = note.sections[at]?.kind;
    return kind === 'plan' || kind === 'procedure-details' ? [] : studiesIn(note, heading, 'performed', main).studies;
  });
}

/** The one region that all places of a note lie in; lumbosacral counts as lumbar. Unspecified where they differ. */
export function wholeRegion(note: NoteReading): Region {
  const regions = new Set<Region>();
  for (const reading of [...note.headings, ...note.sentences]) {
    for (const region of reading.hits.get('region')) if (!isLimb(reading, region)) regions.add(region.value);
    for (const group of reading.levels) for (const level of group.levels) regions.add(regionOfLevel(level));
  }
  if (regions.delete('lumbosacral') || regions.has('sacral')) regions.add('lumbar');
  regions.delete('sacral');
  return regions.size === 1 ? ([...regions][0] as Region) : 'unspecified';
}
