/** The imaging studies of a note, each modality, region and status once. */

import type { NoteReading } from '../mentions/note-reading.ts';
import { type Imaging, REGIONS } from '../model.ts';
import { evidenceOf } from './findings.ts';
import { findHeadingStudies, type Study } from './named-studies.ts';
import type { StudyContext } from './studies.ts';

export function findImaging(note: NoteReading, studies: readonly StudyContext[]): Imaging[] {
  const named: Study[] = [];
  for (const context of studies) named.push(...context.studies);
  named.push(...findHeadingStudies(note).filter((heading) => !isCorrected(note, heading, named)));
  const performed = new Set(named.filter((study) => study.status === 'performed').map((study) => study.modality));
  const imaging = new Map<string, Imaging>();
  for (const study of named.sort((a, b) => a.first - b.first)) {
    if (study.status === 'ordered' && performed.has(study.modality) && isTold(note, study)) continue;
    const evidence = evidenceOf(note.tokens, study.first, study.last);
    for (const region of study.regions.length > 0 ? study.regions : (['unspecified'] as const)) {
      const key = `${study.modality}|${region}|${study.status}`;
      const known = imaging.get(key);
      if (!known) imaging.set(key, { modality: study.modality, region, status: study.status, evidence: [evidence] });
    }
  }
  return [...imaging.values()].sort(
    (a, b) =>
      (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) ||
      REGIONS.indexOf(a.region) - REGIONS.indexOf(b.region),
  );
}

/** "XRAY: films to be taken today": of the study in a heading its first sentence says whether it was done. */
function isCorrected(note: NoteReading, heading: Study, named: readonly Study[]): boolean {
  const section = note.sections.findIndex((each) => each.first <= heading.first && heading.first < each.last);
  const opening = note.sentences.find(({ span }) => span.section === section);
  const below = named.filter(
    ({ modality, first }) => modality === heading.modality && opening && opening.first <= first && first < opening.last,
  );
  return below.length > 0 && below.every(({ status }) => status !== 'performed');
}

/** "Dr. S ordered an MRI. It showed ...": an order that the history tells of has been carried out. */
function isTold(note: NoteReading, study: Study): boolean {
  const sentence = note.sentences.find((each) => each.first <= study.first && study.first < each.last);
  return sentence?.sectionKind === 'history' || sentence?.sectionKind === 'past-history';
}
