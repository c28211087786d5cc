/**
 * The nouns of SpineNote, types only. Every position is a half-open UTF-16 offset into the text exactly as it
 * came in: `text.slice(start, end)` is the evidence, always.
 */

export const CONDITIONS = [
  'annulus-fibrosus-defect',
  'disc-herniation',
  'disc-bulge',
  'disc-degeneration',
  'endplate-change',
  'radiculopathy',
  'sciatica',
  'myelopathy',
  'cauda-equina-syndrome',
  'low-back-pain',
  'neck-pain',
  'thoracic-back-pain',
  'back-pain',
  'spondylosis',
  'spinal-stenosis',
  'spondylolisthesis',
  'spondylolysis',
  'spinal-instability',
  'postlaminectomy-syndrome',
  'sacroiliac-disorder',
  'discitis',
  'vertebral-fracture',
  'back-strain',
  'other-dorsopathy',
  'unspecified-dorsopathy',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** In the order in which they win when several fit one mention (annotation guide, section 2). */
export const STATUSES = ['other-person', 'hypothetical', 'absent', 'historical', 'uncertain', 'present'] as const;
export type Status = (typeof STATUSES)[number];

/** Strongest first: the source that a merged fact keeps. */
export const SOURCES = ['operative', 'provider', 'imaging', 'patient'] as const;
export type Source = (typeof SOURCES)[number];

/** Cranial first. */
export const REGIONS = [
  'cervical',
  'cervicothoracic',
  'thoracic',
  'thoracolumbar',
  'lumbar',
  'lumbosacral',
  'sacral',
  'unspecified',
] as const;
export type Region = (typeof REGIONS)[number];

export const LATERALITIES = ['left', 'right', 'bilateral', 'midline', 'unspecified'] as const;
export type Laterality = (typeof LATERALITIES)[number];

export const SIZES = ['small', 'large', 'unspecified'] as const;
export type Size = (typeof SIZES)[number];

export const DETAILS = [
  'vertebrogenic',
  'other',
  'unspecified',
  'acute',
  'subacute',
  'chronic',
  'with-claudication',
  'without-claudication',
  'back-pain',
  'leg-pain',
  'back-and-leg-pain',
  'none-stated',
  'current',
  'past',
] as const;
export type Detail = (typeof DETAILS)[number];

export const NOTE_KINDS = ['office-note', 'procedure-note', 'imaging-report', 'other'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const SETTINGS = ['outpatient', 'inpatient'] as const;
export type Setting = (typeof SETTINGS)[number];

export const SECTION_KINDS = [
  'preamble',
  'complaint',
  'history',
  'past-history',
  'medications',
  'allergies',
  'family-history',
  'social-history',
  'review-of-systems',
  'exam',
  'imaging',
  'tests',
  'technique',
  'findings',
  'impression',
  'assessment',
  'assessment-and-plan',
  'plan',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'indication',
  'procedure',
  'operative-findings',
  'procedure-details',
  'education',
  'billing',
  'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export const MODALITIES = [
  'MRI',
  'CT',
  'X-ray',
  'myelogram',
  'CT-myelogram',
  'discogram',
  'EMG',
  'bone-scan',
  'fluoroscopy',
  'ultrasound',
] as const;
export type Modality = (typeof MODALITIES)[number];

export const IMAGING_STATUSES = ['performed', 'ordered', 'historical', 'none'] as const;
export type ImagingStatus = (typeof IMAGING_STATUSES)[number];

export const ELEMENT_KINDS = [
  'function',
  'treatment',
  'exam',
  'ruled-out',
  'grade',
  'duration',
  'high-intensity-zone',
  'operative-finding',
  'written-code',
  'leg-pain',
  'claudication',
  'injury',
] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

export const STANDINGS = ['assigned', 'unconfirmed', 'excluded'] as const;
export type Standing = (typeof STANDINGS)[number];

export const QUERY_KINDS = [
  'annular-defect-size',
  'annular-defect-level',
  'annular-defect-imaging',
  'herniation-level',
  'imaging-linkage',
  'imaging-only-finding',
  'uncertain-diagnosis',
  'pain-specificity',
  'pain-duration',
  'sciatica-laterality',
  'radiculopathy-site',
  'stenosis-claudication',
  'disc-degeneration-pain',
  'named-condition',
  'dorsopathy-support',
  'injury-status',
  'conflicting-documentation',
  'symptom-only-assessment',
] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** What a code on a claim is found to be; the gravest first, which is the one that stands for the code. */
export const CLAIM_VERDICTS = [
  'retired',
  'not-billable',
  'contradicted',
  'unsupported',
  'excludes1',
  'less-specific',
  'out-of-order',
  'missing',
  'outside-scope',
  'supported',
] as const;
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Half-open: `start` is the first character, `end` the one after the last, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with the words that stand there, for a reader who has no text at hand. */
export interface Evidence extends Span {
  readonly text: string;
}

export interface Section extends Span {
  readonly kind: SectionKind;
  /** Null for the part before the first heading. */
  readonly heading: Evidence | null;
}

/** What the context of a mention makes of it, and the cues that decided. */
export interface Assertion {
  readonly status: Status;
  readonly cues: readonly Evidence[];
}

export interface Mention extends Evidence {
  readonly id: string;
  readonly concept: Condition;
  readonly section: SectionKind;
  readonly assertion: Assertion;
}

/** One condition of one person in one place with one status. */
export interface Fact {
  readonly id: string;
  readonly condition: Condition;
  readonly status: Status;
  readonly source: Source;
  readonly region: Region;
  /** Long form, cranial first: `L4-L5`, `L5`. */
  readonly levels: readonly string[];
  readonly laterality: Laterality;
  /** Null but for annulus-fibrosus-defect. */
  readonly size: Size | null;
  readonly detail: readonly Detail[];
  /** Ids of the mentions that carry it. */
  readonly mentions: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface Imaging {
  readonly modality: Modality;
  readonly region: Region;
  readonly status: ImagingStatus;
  readonly evidence: readonly Evidence[];
}

/** The provider ties a complaint (`from`) to a structural cause (`to`). */
export interface Linkage {
  readonly from: Condition;
  readonly to: Condition;
  readonly status: Status;
  readonly evidence: readonly Evidence[];
}

/** Something else the note documents that coding or a query asks about. */
export interface Element {
  readonly kind: ElementKind;
  readonly value: string;
  readonly status: Status;
  readonly section: SectionKind;
  readonly evidence: readonly Evidence[];
}

export interface RuleCitation {
  readonly rule: string;
  readonly cites: string;
}

export interface Code {
  readonly code: string;
  readonly title: string;
  readonly standing: Standing;
  /** Ids of the facts that support (assigned), suggest (unconfirmed) or would have supported (excluded) it. */
  readonly facts: readonly string[];
  readonly why: string;
  readonly rules: readonly RuleCitation[];
}

/** What the claim would be if the provider gave this answer. */
export interface WhatIf {
  /** One of the options, word for word. */
  readonly answer: string;
  /** Assigned codes in claim order. */
  readonly codes: readonly string[];
}

export interface Query {
  /** Kind and place, never an ordinal: the same question about an edited note keeps its id. */
  readonly id: string;
  readonly kind: QueryKind;
  readonly changes: 'code' | 'documentation';
  /** Question, options and indicators are for the provider. */
  readonly question: string;
  readonly options: readonly string[];
  readonly indicators: readonly Evidence[];
  readonly facts: readonly string[];
  /** Why and cites are for the coder and never shown to the provider. */
  readonly why: string;
  readonly cites: readonly string[];
  /** For the coder and never shown to the provider; only where an answer changes a code. */
  readonly whatIf?: readonly WhatIf[];
}

/** What the note itself says that a reader should look at: a retired code written in it, an empty heading. */
export interface Notice {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
  readonly text?: string;
}

/** One thing that is right or wrong with a code on a claim. */
export interface ClaimFinding {
  readonly verdict: ClaimVerdict;
  readonly rule: string;
  readonly severity: Severity;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly cites: readonly string[];
}

export interface ClaimedCode {
  /** As it was sent; null for a code that the claim lacks. */
  readonly sent: string | null;
  /** In the spelling of the tabular list. */
  readonly code: string;
  readonly title: string | null;
  /** That of the first finding. */
  readonly verdict: ClaimVerdict;
  /** Gravest first, never empty. */
  readonly findings: readonly ClaimFinding[];
  /** Codes that the documentation supports in its place. */
  readonly instead: readonly string[];
}

/** The codes that were sent for the encounter against what the note documents, then those that it lacks. */
export interface Claim {
  readonly codes: readonly ClaimedCode[];
}

export interface CodeSetYear {
  readonly system: 'ICD-10-CM';
  readonly fiscalYear: number;
  readonly from: string;
  readonly to: string;
}

export interface NoteMeta {
  readonly patient?: string | undefined;
  readonly encounter?: string | undefined;
  readonly provider?: string | undefined;
  readonly site?: string | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly [key: string]: unknown;
}

export interface NoteInfo {
  readonly id: string | null;
  readonly kind: NoteKind;
  readonly setting: Setting;
  /** ISO date (YYYY-MM-DD) or null; only this picks the fiscal year. */
  readonly dateOfService: string | null;
  /** UTF-16 code units. */
  readonly length: number;
  readonly meta?: NoteMeta | undefined;
}

export interface Analysis {
  readonly schema: 'spinenote/analysis@1';
  readonly tool: { readonly name: 'spinenote'; readonly version: string; readonly lexicons: string };
  readonly note: NoteInfo;
  readonly codeSet: CodeSetYear;
  readonly sections: readonly Section[];
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
  readonly imaging: readonly Imaging[];
  readonly linkages: readonly Linkage[];
  readonly elements: readonly Element[];
  readonly codes: readonly Code[];
  readonly queries: readonly Query[];
  readonly notices: readonly Notice[];
  /** Present where the codes that were sent are known (`meta.codes`). */
  readonly claim?: Claim;
}

/**
 * What the coding, query and notice layers read of a note: everything below them on the staircase, already found.
 * `text` is there to quote from; those layers never search it.
 */
export interface Findings {
  readonly text: string;
  readonly note: NoteInfo;
  readonly sections: readonly Section[];
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
  readonly imaging: readonly Imaging[];
  readonly linkages: readonly Linkage[];
  readonly elements: readonly Element[];
}

/** An axis of a family that the note leaves open: what a query would ask. */
export interface Gap {
  readonly kind: QueryKind;
  /** Region, level or condition that tells two gaps of one kind apart; the query id is `kind/place`. */
  readonly place: string;
  /** Ids of the facts that it is about. */
  readonly facts: readonly string[];
  readonly changes: 'code' | 'documentation';
  readonly why: string;
  readonly cites: readonly string[];
}
