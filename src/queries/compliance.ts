/**
 * The one gate that every query passes: a query that breaks a rule here is never asked, whatever the wording says.
 * Rules follow "Guidelines for Achieving a Compliant Query Practice" (AHIMA/ACDIS, 2022 update), which holds for
 * software prompts as it does for people.
 */
import type { Ground, QueryWording } from '../lexicons/query-wording.ts';
import type { Evidence } from '../model.ts';

export interface DraftOption {
  readonly text: string;
  /** One of these must be among the grounds of the draft; empty for an option that names no diagnosis. */
  readonly needs: readonly Ground[];
  /** Each of these must be: what a reading of a user's own words finds named in the option. */
  readonly names?: readonly Ground[];
}

/** A query before it is released. */
export interface Draft {
  readonly question: string;
  /** With the two that end every query. */
  readonly options: readonly DraftOption[];
  readonly indicators: readonly Evidence[];
  /** What the indicators are of. */
  readonly grounds: ReadonlySet<Ground>;
  /** Whatever else the provider reads: a title, words before or after; none in our own queries. */
  readonly beside?: readonly string[];
  /** Whether it asks only how diagnoses that the record documents relate or which of two statements holds. */
  readonly subject?: 'documented' | 'open';
}

export interface Violation {
  readonly rule: string;
  /** What is wrong; never words of a note. */
  readonly what: string;
  /** Why it matters. */
  readonly reason: string;
  /** What to do. */
  readonly remedy: string;
  /** On whose word. */
  readonly source: string;
  /** All of it in one line. */
  readonly message: string;
}

export interface ComplianceRule {
  readonly id: string;
  readonly reason: string;
  readonly remedy: string;
  readonly source: string;
  /** What is wrong, or null. */
  find(draft: Draft, text: string, wording: QueryWording): string | null;
}

const BRIEF = 'AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 Update)';

const IMPACT =
  /\b(reimburs\w*|pay(?:ment|ments|er|ers|or|ors)|paid|revenue|financ\w*|cost|costs|billing|billed|billable|claims?|denials?|audits?|insur\w*|coverage|prior authori[sz]ation|DRGs?|MS-DRG|CCs?|MCCs?|HCCs?|RAF|RVUs?|CMI|case[- ]mix|SOI|ROM|risk[- ]adjust\w*|risk score|severity of illness|risk of mortality|severity (?:level|score)|quality (?:score|scores|measure|measures|rating|metric|metrics)|star rating|provider profile|scorecard|benchmarks?|PSI|value[- ]based)\b/i;
/** A code as notes write it: M54.51, M5451, 724.2; a level written L5S1 or C5C6 is none. */
export const WRITTEN_CODE =
  /\b(?:[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}|[GMS]\d{2}[0-9A]\d{0,2}[0-9A-Z]?|(?:33\d|35\d|72[0-4]|73\d|75[46]|80[56]|84[67])\.\d{1,2}|ICD-?(?:9|10)(?:-?CM)?)\b/;
const CODING = /\bICD\b|\bCPT\b|\bcod(?:e|es|ed|ing|able)\b|\bexcludes\s?1\b/i;
const LEADING_OPENER =
  /^\s*(?:do(?:n['’]t)? you (?:not )?(?:agree|think|feel)|would(?:n['’]t)? you|isn['’]t|aren['’]t|doesn['’]t|are you treating|is (?:the patient|this|it)\b|does (?:the patient|this)|can you (?:confirm|add|change|document)|could you (?:confirm|add|change|document)|please (?:confirm|add|change|document|amend|state that)|confirm\b|should\b|it (?:appears|seems)|we (?:believe|think|recommend|suggest))/i;
const PRESSURE =
  /\b(must|required|requires|need(?:s|ed)? to|should|have to|in order to|so that|to support|to justify|to ensure|urgent|obviously|clearly|surely|of course|appropriate(?:ly)?|more specific code|recommend\w*|suggest\w*)\b/i;
const TITLES = [
  /^\s*(?:query|re|subject|title|regarding|attention|clarification)\b\s*[:\-–]/i,
  /^[A-Z0-9 ,/&-]{6,}[:\-–]/,
];
const YES_NO = /^\s*(?:yes|no|agree|disagree|true|false)\b\s*(?:[.,]\s*)?$/i;

export const speaksOfImpact = (words: string): boolean => IMPACT.test(words);

const inProviderText = (draft: Draft, pattern: RegExp): boolean =>
  [draft.question, ...draft.options.map(({ text }) => text), ...(draft.beside ?? [])].some((text) =>
    pattern.test(text),
  );

/** Narrower words that ground a wider name: a low back pain is a back pain. */
const GROUNDED_BY: { readonly [ground in Ground]?: readonly Ground[] } = {
  'back-pain': ['low-back-pain', 'thoracic-back-pain'],
  'low-back-pain': ['back-pain'],
};

/** Words that name a diagnosis besides the labels of the conditions. */
const DIAGNOSIS: readonly (readonly [RegExp, readonly Ground[]])[] = [
  [/\bvertebrogenic\b|\bendplate\b/i, ['endplate-change']],
  [
    /\bdiscogenic\b|\bdisc origin\b/i,
    ['disc-degeneration', 'disc-herniation', 'disc-bulge', 'annulus-fibrosus-defect'],
  ],
  [/\bleg pain\b/i, ['leg-pain', 'radiculopathy', 'sciatica']],
  [/\bmyofascial\b|\bmuscle strain\b/i, ['back-strain', 'other-dorsopathy']],
];

/** The names of the conditions in small letters: every option of every query is searched for them. */
const labels = new WeakMap<QueryWording, readonly (readonly [Ground, string])[]>();

function labelsOf(wording: QueryWording): readonly (readonly [Ground, string])[] {
  const known = labels.get(wording);
  if (known) return known;
  const all = (Object.entries(wording.conditions) as [Ground, string][]).map(
    ([id, label]) => [id, label.toLowerCase()] as const,
  );
  labels.set(wording, all);
  return all;
}

/** Whether an indicator stands behind every diagnosis that the option names. */
export function isSupported(
  { text, needs, names = [] }: DraftOption,
  grounds: ReadonlySet<Ground>,
  wording: QueryWording,
): boolean {
  const hasOne = (any: readonly Ground[]) => any.some((ground) => grounds.has(ground));
  if (needs.length > 0 && !hasOne(needs)) return false;
  if (names.some((name) => !hasOne([name, ...(GROUNDED_BY[name] ?? [])]))) return false;
  const words = text.toLowerCase();
  const named = labelsOf(wording).filter(([, label]) => words.includes(label));
  // "low back pain" names no "back pain", "vertebral endplate change" no other.
  const outer = named.filter(([, label]) => !named.some(([, longer]) => longer !== label && longer.includes(label)));
  if (outer.some(([condition]) => !hasOne([condition, ...(GROUNDED_BY[condition] ?? [])]))) return false;
  return DIAGNOSIS.every(([pattern, any]) => !pattern.test(text) || hasOne(any));
}

export const COMPLIANCE_RULES: readonly ComplianceRule[] = [
  {
    id: 'clinical-indicator',
    reason: 'a query rests on clinical indicators of this record',
    remedy: 'Quote at least one span of the note, exactly as it stands there.',
    source: `${BRIEF}: patient-specific clinical indicators`,
    find: ({ indicators }, text) => {
      if (indicators.length === 0) return 'no clinical indicator is quoted';
      const bad = indicators.some((span) => span.text.trim() === '' || text.slice(span.start, span.end) !== span.text);
      return bad ? 'an indicator is blank or is not what stands at its place in the note' : null;
    },
  },
  {
    id: 'closing-options',
    reason: 'a provider is never held to the answers that are listed',
    remedy: 'End the options with the two closing ones, once, in their order.',
    source: `${BRIEF}: multiple choice queries include "other" and "unable to determine"`,
    find: ({ options }, _text, { closing }) => {
      const texts = options.map(({ text }) => text);
      const closed = texts.at(-2) === closing.other && texts.at(-1) === closing.undetermined;
      return closed && texts.filter((text) => text === closing.other || text === closing.undetermined).length === 2
        ? null
        : 'the options do not end with "other" and "unable to determine"';
    },
  },
  {
    id: 'answer-offered',
    reason: 'a query with nothing to choose is no multiple choice query; one reasonable option is enough',
    remedy: 'Offer at least one clinically reasonable option before the closing ones, each once.',
    source: `${BRIEF}: clinically significant and reasonable options, no minimum number`,
    find: ({ options }, _text, { closing }) => {
      const texts = options.map(({ text }) => text.trim().toLowerCase());
      const closed = Object.values(closing).map((text) => text.toLowerCase());
      if (texts.every((text) => closed.includes(text))) return 'no option stands before the closing ones';
      return new Set(texts).size < texts.length || texts.includes('') ? 'an option is blank or stands twice' : null;
    },
  },
  {
    id: 'supported-option',
    reason: 'a diagnosis may be offered only where an indicator in the query supports it',
    remedy: 'Drop the option, or quote what supports it.',
    source: `${BRIEF}: options not yet documented must be supported by indicators included in the query; options that are not credible are removed`,
    find: ({ options, grounds }, _text, wording) =>
      options.every((option) => isSupported(option, grounds, wording))
        ? null
        : 'an option names a diagnosis that no quoted indicator supports',
  },
  {
    id: 'impact-free',
    reason: 'a query never speaks of what its answer does to payment, quality figures or profiles',
    remedy: 'Take the words out of question and options.',
    source: `${BRIEF}: no mention of the impact on reimbursement, quality measures or provider profile`,
    find: (draft) =>
      inProviderText(draft, IMPACT) ? 'question or options speak of payment, quality figures or severity levels' : null,
  },
  {
    id: 'code-free',
    reason: 'a provider documents conditions; a code in the question steers towards one',
    remedy: 'Say it in clinical words; codes belong in the why.',
    source: `${BRIEF}: queries are written in clinical terms and lead to no answer`,
    find: (draft) =>
      inProviderText(draft, WRITTEN_CODE) ||
      inProviderText(draft, CODING) ||
      draft.indicators.some(({ text }) => WRITTEN_CODE.test(text))
        ? 'provider-facing text holds a code or speaks of coding'
        : null,
  },
  {
    id: 'neutral-opener',
    reason: 'an opener that expects its answer leads',
    remedy: 'Name what the record says, then ask an open question of the clinical judgment.',
    source: `${BRIEF}: a leading query steers a provider to a particular conclusion`,
    find: ({ question }) =>
      sentences(question).some((sentence) => LEADING_OPENER.test(sentence))
        ? 'the question opens in a leading way'
        : null,
  },
  {
    id: 'no-pressure',
    reason: 'a query asks; it neither urges nor says what an answer is good for',
    remedy: 'Take out the urging words.',
    source: `${BRIEF}: non-leading`,
    find: (draft) => (inProviderText(draft, PRESSURE) ? 'question or options urge an answer' : null),
  },
  {
    id: 'no-title',
    reason: 'a title or subject line tells the expected diagnosis before the indicators do',
    remedy: 'Begin with the sentence itself.',
    source: `${BRIEF}: a query title does not lead`,
    find: ({ question, beside = [] }) =>
      [question, ...beside].some((words) => TITLES.some((title) => title.test(words)))
        ? 'the question opens with a title'
        : null,
  },
  {
    id: 'one-question',
    reason: 'two questions cannot be answered by one list of options',
    remedy: 'Ask one question, at the end.',
    source: `${BRIEF}: a clear and concise question`,
    find: ({ question }) =>
      /^[^?]+\?$/.test(question.trim()) ? null : 'the text is not one question with its mark at the end',
  },
  {
    id: 'no-yes-no',
    reason: 'yes or no may not be asked where only indicators of a diagnosis are present',
    remedy: 'Word the answers out, or ask only how diagnoses that the record documents relate.',
    source: `${BRIEF}: yes/no queries only for diagnoses documented already, cause and effect between them, conflicting documentation`,
    find: ({ options, subject }) =>
      subject !== 'documented' && options.some(({ text }) => YES_NO.test(text))
        ? 'an option is a bare yes or no'
        : null,
  },
  {
    id: 'slot-filled',
    reason: 'an unfilled slot is no sentence that a provider can answer',
    remedy: 'Fill the slot or leave it out of the template.',
    source: 'SpineNote, query wording',
    find: (draft) => (inProviderText(draft, /[{}]/) ? 'a slot is left unfilled' : null),
  },
];

const sentences = (text: string): readonly string[] => text.split(/(?<=[.;:])\s+|,\s+/);

export function lintDraft(draft: Draft, text: string, wording: QueryWording): readonly Violation[] {
  return COMPLIANCE_RULES.flatMap(({ id, reason, remedy, source, find }) => {
    const what = find(draft, text, wording);
    if (what === null) return [];
    return [{ rule: id, what, reason, remedy, source, message: `${what}: ${reason}. ${remedy} (${source})` }];
  });
}
