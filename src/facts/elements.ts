/** What else the note documents: function, treatment, examination, grades, durations, injuries, what was ruled out, written codes. */
import { assertTarget } from '../context/assertion.ts';
import type { Element, ElementKind, Status } from '../model.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import { evidenceOf, type Finding } from './findings.ts';
import { findWrittenCodes } from './written-codes.ts';

const RULED_OUT = new Set(['assessment', 'assessment-and-plan', 'plan', 'imaging', 'impression', 'findings', 'preamble', 'history']);

export function findElements(note: NoteReading, findings: readonly Finding[]): Element[] {
  const elements: Element[] = [];
  const add = (sentence: SentenceReading, kind: ElementKind, first: number, last: number, status: Status, value?: string): void => {
    const evidence = evidenceOf(note.tokens, first, last);
    elements.push({ kind, value: value ?? evidence.text, status, section: sentence.sectionKind, evidence: [evidence] });
  };
  for (const sentence of note.sentences) {
    const statusAt = (hit: { first: number; last: number }): Status | null => {
      const { status } = assertTarget(note.tokens, sentence, hit);
      return status === 'unstated' ? null : status;
    };
    for (const hit of sentence.hits.get('element')) {
      const status = statusAt(hit);
      if (status) for (const kind of hit.value) add(sentence, kind, hit.first, hit.last, status);
    }
    for (const hit of sentence.hits.get('grade')) add(sentence, 'grade', hit.first, hit.last, statusAt(hit) ?? 'present');
    for (const hit of sentence.hits.get('duration')) add(sentence, 'duration', hit.first, hit.last, 'present', hit.value);
    for (const hit of sentence.hits.get('claudication')) {
      const status = statusAt(hit);
      if (status) add(sentence, 'claudication', hit.first, hit.last, status);
    }
    for (const code of findWrittenCodes(note.tokens, sentence)) add(sentence, 'written-code', code.first, code.last, statusAt(code) ?? 'present', code.code);
  }
  note.headings.forEach((heading, at) => {
    for (const code of findWrittenCodes(note.tokens, heading)) {
      const evidence = evidenceOf(note.tokens, code.first, code.last);
      elements.push({ kind: 'written-code', value: code.code, status: 'present', section: note.sections[at]?.kind ?? 'other', evidence: [evidence] });
    }
  });
  for (const finding of findings) {
    const { evidence } = finding;
    const section = finding.mention.section;
    if (finding.status === 'absent' && RULED_OUT.has(section) && !note.language.symptoms.has(finding.condition)) elements.push({ kind: 'ruled-out', value: finding.condition, status: 'absent', section, evidence: [evidence] });
    if (finding.source === 'operative' && finding.status === 'present') elements.push({ kind: 'operative-finding', value: finding.condition, status: 'present', section, evidence: [evidence] });
  }
  return elements.sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}
