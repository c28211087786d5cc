/** The imaging studies of a note, each modality, region and status once. */
import { type Imaging, REGIONS } from '../model.ts';
import type { NoteReading } from '../mentions/note-reading.ts';
import { evidenceOf } from './findings.ts';
import { findHeadingStudies, type Study } from './named-studies.ts';
import type { StudyContext } from './studies.ts';

export function findImaging(note: NoteReading, studies: readonly StudyContext[]): Imaging[] {
  const named: Study[] = [...findHeadingStudies(note), ...studies.flatMap((context) => context.studies)];
  const imaging = new Map<string, Imaging>();
  for (const study of named.sort((a, b) => a.first - b.first)) {
    const evidence = evidenceOf(note.tokens, study.first, study.last);
    for (const region of study.regions.length > 0 ? study.regions : (['unspecified'] as const)) {
      const key = `${study.modality}|${region}|${study.status}`;
      const known = imaging.get(key);
      if (!known) imaging.set(key, { modality: study.modality, region, status: study.status, evidence: [evidence] });
    }
  }
  return [...imaging.values()].sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || REGIONS.indexOf(a.region) - REGIONS.indexOf(b.region));
}
