/**
 * What a note is, weighed from the evidence for each kind: the headings it has, how it opens, the words it is told in.
 * Every piece of evidence is one row of a table; the heaviest kind wins, and of equal ones the office note.
 */
import type { Modality, NoteKind, SectionKind } from '../model.ts';
import type { Tokens } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { CountedPattern, CountedWords } from './word-count.ts';

/** What of a note the evidence is looked for in. */
export interface KindClues {
  readonly sections: ReadonlySet<SectionKind>;
  /** The first lines that hold any text. */
  readonly opening: string;
  /** Studies that the opening, and that any heading names. Like the next two, looked for only where the rest makes it matter. */
  readonly openingStudies: () => readonly Modality[];
  readonly headingStudies: () => readonly Modality[];
  /** Whether the opening names an injection or an operation. */
  readonly opensWithTreatment: () => boolean;
  readonly namesSpine: () => boolean;
  readonly tokens: Tokens;
  readonly sentences: number;
}

interface KindEvidence {
  readonly kind: NoteKind;
  readonly says: string;
  weigh(clues: KindClues): number;
}

/** Evidence for which the words of the note are read. */
interface WordEvidence extends KindEvidence {
  /** The most that it can weigh. */
  readonly most: number;
}

const has = (clues: KindClues, ...kinds: readonly SectionKind[]): boolean =>
  kinds.some((kind) => clues.sections.has(kind));

/** How many different words of a pattern (global, its words in group 1) stand in a text, `enough` at most. */
function countWords(text: string, pattern: RegExp, enough: number): number {
  const words = new Set<string>();
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && words.size < enough; match = pattern.exec(text))
    words.add((match[1] ?? match[0]).toLowerCase());
  return words.size;
}

const VISIT_SECTIONS: readonly SectionKind[] = [
  'complaint',
  'past-history',
  'medications',
  'allergies',
  'family-history',
  'social-history',
  'review-of-systems',
  'exam',
  'plan',
  'assessment-and-plan',
];
const words = (list: string): string[] => list.split(' ');
const STORY = new CountedWords([
  ...words('he she his her you your i patient present presents presented complains complained complaining complaint'),
  ...words(
    'denies states stated plan visit return returns seen clinic prescribed medication medications exam yo y.o pt',
  ),
  ...words(
    'rtc slr referred hpi follow continue tender tenderness dx diagnosis diagnoses rx tried work job consult claim',
  ),
  'employee',
  'physical therapy',
]);
/** "52M", "BP 130/80", "600 mg", "x 8 wk": what is noted of a patient at hand. */
const PATIENT = new CountedPattern(
  wordSet('m f yo bp hr pulse spo sat bmi mg bid tid prn daily wk wks gait reflexes'),
  /\b(?:\d{2}\s?(?:[MF]|yo)\b|BP(?= \d)|HR(?= \d)|pulse|SpO2|sat(?= \d)|BMI|mg|bid|tid|prn|daily|wks?|gait|reflexes)\b/y,
);
const RADIOLOGY = /\b(radiolog(y|ist)|imaging (partners|cent(er|re)|associates|department))\b/i;
const ACTS =
  /\b(prepped|draped|incision|incised|needle|prone|supine|face down|decubitus|anesthesia|anaesthesia|sedation|lidocaine|ropivacaine|bupivacaine|marcaine|fluoroscop|c-arm|blood loss|specimens|tolerated|hemostasis|sutures?|irrigated|sterile|catheter|withdrawn|contrast spread|injected|instilled|stylet|iohexol|omnipaque|curette|retractors?|dissection|complications|consent|recovery)/g;
const IMAGE_WORDS = new CountedWords([
  ...words('t1 t2 stir sagittal axial coronal signal contrast unremarkable conus marrow foramina foramen thecal'),
  ...words('intensity alignment view views visualized'),
  ...['field of view', 'soft tissue', 'soft tissues'],
]);
const NERVE_WORDS = new CountedWords([
  ...words(
    'motor sensory latency latencies amplitude amplitudes fibrillation fibrillations needle conduction recruitment',
  ),
  ...['denervation', 'positive waves', 'sharp waves', 'f wave', 'f waves', 'h reflex'],
]);
const OPERATION_NAMES =
  /\b(operation|operative|surgery|procedure|injection|block|ablation|[a-z]+ectomy|[a-z]+otomy|[a-z]+plasty|discogra(?:m|phy)|puncture)\b/i;
const PRE_POST = /\b(pre|post)-?\s?(op|operative|procedure|procedural)\s+(diagnos[ie]s|dx)\b/;
const BOTH_ENDS = /\b(dx|diagnosis)\s+before\b/i;
const DESK_TALK =
  /\b(telephone|phone) (call|encounter|note|message)|\btriage nurse|\bnurs(e|ing) (intake|note|assessment|triage)|\b(portal|secure) message|\bprior authorization|\breferral form/i;
const STAY = /\bhospital course|admi(ssion|tting) diagnos|discharge (diagnos|medication|summary|instruction)/i;
const RESULT_NOTE = /\b(result note|inbox|addendum|televisit|office visit|follow-?up)\b/i;
const LETTER = /^[^\S\r\n\u2028\u2029]*(dear|re:|to whom)\b/im;

const isImage = (modality: Modality): boolean =>
  modality !== 'fluoroscopy' && modality !== 'EMG' && modality !== 'discogram';

/** What headings and titles tell: quickly seen. */
const LAYOUT: readonly KindEvidence[] = [
  {
    kind: 'imaging-report',
    says: 'findings and an impression',
    weigh: (clues) => (has(clues, 'findings') && has(clues, 'impression') ? 3 : 0),
  },
  {
    kind: 'imaging-report',
    says: 'findings or an impression',
    weigh: (clues) => (has(clues, 'findings', 'impression') ? 1 : 0),
  },
  { kind: 'imaging-report', says: 'how the images were made', weigh: (clues) => (has(clues, 'technique') ? 2 : 0) },
  {
    kind: 'procedure-note',
    says: 'the operation told or its findings',
    weigh: (clues) => (has(clues, 'procedure-details', 'operative-findings') ? 3 : 0),
  },
  {
    kind: 'procedure-note',
    says: 'names the procedure in a heading',
    weigh: (clues) => (has(clues, 'procedure') ? 2 : 0),
  },
  { kind: 'office-note', says: 'the note of any visit', weigh: () => 2 },
  {
    kind: 'office-note',
    says: 'headings of a visit',
    weigh: (clues) => VISIT_SECTIONS.filter((kind) => clues.sections.has(kind)).length,
  },
  {
    kind: 'office-note',
    says: 'an assessment',
    weigh: (clues) => (has(clues, 'assessment', 'assessment-and-plan') ? 2 : 0),
  },
];

/**
 * What the words tell: first what is quickly seen, then the story, which settles most notes, then what the whole note or its
 * first lines have to be searched for.
 */
const WORDING: readonly WordEvidence[] = [
  {
    kind: 'procedure-note',
    says: 'a diagnosis before or after the operation',
    most: 5,
    weigh: (clues) =>
      has(clues, 'preoperative-diagnosis', 'postoperative-diagnosis') || BOTH_ENDS.test(clues.opening) ? 5 : 0,
  },
  {
    kind: 'other',
    says: 'a call, a message, a nurse at intake',
    most: 9,
    weigh: (clues) => (!has(clues, 'assessment', 'assessment-and-plan') && DESK_TALK.test(clues.opening) ? 9 : 0),
  },
  {
    kind: 'imaging-report',
    says: 'signed by a radiologist',
    most: 4,
    weigh: (clues) => (RADIOLOGY.test(clues.tokens.text.trimEnd().slice(-30)) ? 4 : 0),
  },
  {
    kind: 'imaging-report',
    says: 'a handful of lines of findings, no story',
    most: 4,
    weigh: (clues) => (isTelegraphic(clues) && !namesNerveStudy(clues) ? 4 : 0),
  },
  {
    kind: 'office-note',
    says: 'a story of complaint and treatment',
    most: 5,
    weigh: (clues) => STORY.count(clues.tokens, 10) / 2,
  },
  {
    kind: 'imaging-report',
    says: 'headed by a radiologist',
    most: 4,
    weigh: (clues) => (RADIOLOGY.test(titleOf(clues.opening)) ? 4 : 0),
  },
  {
    kind: 'imaging-report',
    says: 'opens with the name of a study',
    most: 3,
    weigh: (clues) => (clues.openingStudies().some(isImage) && !namesNerveStudy(clues) ? 3 : 0),
  },
  {
    kind: 'other',
    says: 'a nerve study by its title or headings',
    most: 9,
    weigh: (clues) => (namesNerveStudy(clues) ? 9 : 0),
  },
  {
    kind: 'procedure-note',
    says: 'is titled so',
    most: 2,
    weigh: (clues) => (OPERATION_NAMES.test(titleOf(clues.opening)) ? 2 : 0),
  },
  {
    kind: 'procedure-note',
    says: 'opens with a procedure',
    most: 2,
    weigh: (clues) => (clues.opensWithTreatment() || OPERATION_NAMES.test(clues.opening) ? 2 : 0),
  },
  {
    kind: 'office-note',
    says: 'a result passed on',
    most: 3,
    weigh: (clues) => (RESULT_NOTE.test(clues.opening) ? 3 : 0),
  },
  { kind: 'office-note', says: 'a letter', most: 4, weigh: (clues) => (LETTER.test(clues.opening) ? 4 : 0) },
  {
    kind: 'office-note',
    says: 'age, vital signs, doses, weeks',
    most: 3,
    weigh: (clues) => PATIENT.count(clues.tokens, 3),
  },
  {
    kind: 'imaging-report',
    says: 'words for images',
    most: 4,
    weigh: (clues) => IMAGE_WORDS.count(clues.tokens, 8) / 2,
  },
  {
    kind: 'procedure-note',
    says: 'such a diagnosis in running text',
    most: 2,
    weigh: (clues) => (PRE_POST.test(clues.tokens.folded) ? 2 : 0),
  },
  {
    kind: 'procedure-note',
    says: 'acts and tools of a procedure',
    most: 7.5,
    weigh: (clues) => Math.max(0, countWords(clues.tokens.folded, ACTS, 12) - 1) / 1.5,
  },
  {
    kind: 'office-note',
    says: 'a hospital stay summed up',
    most: 4,
    weigh: (clues) => (STAY.test(clues.tokens.folded) ? 4 : 0),
  },
];

interface Scale {
  readonly kind: NoteKind;
  weight: number;
  /** The most that evidence not weighed yet can add. */
  open: number;
}

/** Of equal weights the office note wins, then the first. */
const KINDS: readonly NoteKind[] = ['office-note', 'imaging-report', 'procedure-note', 'other'];

export function findNoteKind(clues: KindClues): NoteKind {
  const scales = KINDS.map((kind): Scale => ({ kind, weight: 0, open: 0 }));
  const scaleOf = (kind: NoteKind): Scale => scales[KINDS.indexOf(kind)] as Scale;
  for (const { kind, weigh } of LAYOUT) scaleOf(kind).weight += weigh(clues);
  for (const { kind, most } of WORDING) scaleOf(kind).open += most;
  for (const { kind, most, weigh } of WORDING) {
    const scale = scaleOf(kind);
    if (!isOpen(scale, scales)) continue;
    scale.weight += weigh(clues);
    scale.open -= most;
  }
  return heaviest(scales).kind;
}

/**
 * Whether what has not been weighed yet can still decide: a kind may become, or tie, the heaviest, and there is another that
 * may. Most of a note's words need not be looked at.
 */
function isOpen(scale: Scale, scales: readonly Scale[]): boolean {
  const { weight } = heaviest(scales);
  const mayWin = (each: Scale): boolean => each.weight + each.open >= weight;
  return mayWin(scale) && scales.some((each) => each !== scale && mayWin(each));
}

function heaviest(scales: readonly Scale[]): Scale {
  let best = scales[0] as Scale;
  for (const scale of scales) if (scale.weight > best.weight) best = scale;
  return best;
}

const LONGEST_TITLE = 90;

/** A first line short enough to be a title. */
function titleOf(opening: string): string {
  const line = opening.trimStart().split(/\r?\n/, 1)[0] ?? '';
  return line.length <= LONGEST_TITLE ? line : '';
}

/** "L4-5: disc bulge ...": a few lines that speak of the spine and nothing of a patient's story. */
function isTelegraphic(clues: KindClues): boolean {
  const { tokens, sentences, namesSpine } = clues;
  return (
    tokens.count < 400 &&
    sentences <= 24 &&
    !has(clues, 'assessment', 'assessment-and-plan', 'plan', 'review-of-systems', 'medications', 'social-history') &&
    STORY.count(tokens, 2) < 2 &&
    !isComplaintOnly(clues) &&
    namesSpine()
  );
}

const COMPLAINT_WORDS = /\b(pain|pains|lumbago|sciatica|ache|aches|aching|sore|strain|sprain|spasm)\b/;

/** "Low back pain, six weeks.": a line of a complaint, and no word of a study. */
function isComplaintOnly(clues: KindClues): boolean {
  return (
    clues.tokens.count < 60 &&
    COMPLAINT_WORDS.test(clues.tokens.folded) &&
    !has(clues, 'technique', 'findings', 'impression', 'indication', 'imaging') &&
    clues.openingStudies().length === 0 &&
    IMAGE_WORDS.count(clues.tokens, 1) === 0
  );
}

function namesNerveStudy({ tokens, openingStudies, headingStudies, opening }: KindClues): boolean {
  const named =
    openingStudies().includes('EMG') ||
    headingStudies().includes('EMG') ||
    /electrodiagnostic|nerve conduction/i.test(opening);
  return named && NERVE_WORDS.count(tokens, 3) >= 3;
}
