/** Whose word a sentence is: the author's own statement, or the patient's story, another's chart, a study's result. */
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { SectionKind } from '../model.ts';
import { wordsOf } from './link-site.ts';
import type { StudyContext } from './studies.ts';

const SILENT: ReadonlySet<SectionKind> = new Set([
  'review-of-systems',
  'complaint',
  'family-history',
  'social-history',
  'exam',
  'findings',
  'technique',
  'education',
  'medications',
  'billing',
]);

/** Here the patient's story is told: only what the author says in the first person ties. */
const TOLD: ReadonlySet<SectionKind> = new Set(['history', 'past-history', 'imaging', 'tests']);

/** "She thinks the disc is to blame", "attributes it to": the patient's opinion. */
const PATIENT_OPINION =
  /\b(he|she|patient|pt|they|mother|wife|husband)\b( also| himself| herself)? (thinks?|thought|believes?|believed|feels?|felt|attributes?|attributed|blames?|states?|stated|reports?|reported|says?|said|wonders?|worries|worried|is convinced|was told|claims?)\b/;
/** Another's chart, quoted. */
const QUOTED =
  /\b(entries|entry|(he|she|who|they|that|chiropractor|therapist|physician|doctor|surgeon|colleague) (wrote|has written|had written|writes|recorded|charted|has recorded)|which carr(y|ies)|notes of|chart reads?|chart of)\b/;

/** Whether the sentence is the author's own statement. */
export function isProviders(note: NoteReading, sentence: SentenceReading): boolean {
  if (SILENT.has(sentence.sectionKind)) return false;
  const text = wordsOf(note, sentence.first, sentence.last);
  // "Does the disc explain it?"
  if (text.endsWith('?')) return false;
  if (QUOTED.test(text)) return false;
  if (sentence.hits.get('opinion').length > 0) return true;
  if (PATIENT_OPINION.test(text)) return false;
  return !TOLD.has(sentence.sectionKind) || isSettled(sentence, text);
}

/** A study's result ties nothing; "pain from facet arthrosis, verified with x-rays" is said before the study is named. */
export function isReported(
  sentence: SentenceReading,
  context: StudyContext | undefined,
  link: { readonly first: number },
): boolean {
  const study = context?.reports;
  if (!study || sentence.hits.get('opinion').length > 0) return false;
  return !(sentence.first < study.first && study.first < sentence.last && link.first < study.first);
}

/** In a story a tie counts when it is the clinician's word for it, is told to the patient ("your pain") or denies what someone took for granted. */
function isSettled(sentence: SentenceReading, text: string): boolean {
  if (sentence.hits.get('vertebrogenic').length > 0) return true;
  return (
    sentence.hits.get('link').some((link) => link.value.order === 'cause-first' && link.value.status === 'absent') ||
    /\b(discogenic|pain generator|your|(thought|felt|believed) to be|(patient|pt|he|she) has|found to have|diagnosed with)\b/.test(
      text,
    )
  );
}
