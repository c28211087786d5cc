/** What the tests of the facts read from a note, in short form. */
import { findElements } from '../../src/facts/elements.ts';
import { findFindings } from '../../src/facts/findings.ts';
import { findImaging } from '../../src/facts/imaging.ts';
import { findLinkages } from '../../src/facts/linkages.ts';
import { findStudyContexts } from '../../src/facts/studies.ts';
import { type Analyzer, createAnalyzer } from '../../src/index.ts';
import type { Condition, ElementKind } from '../../src/model.ts';
import { read } from '../mentions/reading.ts';

/** `MRI lumbar performed` */
export function studiesIn(text: string): string[] {
  const note = read(text);
  return findImaging(note, findStudyContexts(note)).map(
    ({ modality, region, status }) => `${modality} ${region} ${status}`,
  );
}

/** For each sentence, the modality whose results it gives, or `author`. */
export function reportersIn(text: string): string[] {
  return findStudyContexts(read(text)).map(({ reports }) => reports?.modality ?? 'author');
}

/** `low-back-pain -> disc-herniation present` */
export function linkagesIn(text: string): string[] {
  const note = read(text);
  const studies = findStudyContexts(note);
  return findLinkages(note, findFindings(note, studies), studies).map(
    ({ from, to, status }) => `${from} -> ${to} ${status}`,
  );
}

/** `kind: value status` of the kinds asked for. */
export function elementsIn(text: string, ...kinds: ElementKind[]): string[] {
  const note = read(text);
  const elements = findElements(note, findFindings(note, findStudyContexts(note)));
  return elements
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, value, status }) => `${kind}: ${value} ${status}`);
}

/** `disc-bulge present imaging lumbar L4-L5 left` of the facts asked for; side and levels only where there are any. */
export async function factsIn(text: string, ...conditions: Condition[]): Promise<string[]> {
  analyzer ??= await createAnalyzer({ linguistics: 'none' });
  return analyzer
    .analyze(text)
    .facts.filter(({ condition }) => conditions.length === 0 || conditions.includes(condition))
    .map(({ condition, status, source, region, levels, laterality }) =>
      [condition, status, source, region, levels.join(), laterality === 'unspecified' ? '' : laterality]
        .filter((part) => part !== '')
        .join(' '),
    );
}

/** `chronic,other`: the detail of the note's only present low back pain. */
export async function painDetailIn(text: string): Promise<string> {
  analyzer ??= await createAnalyzer({ linguistics: 'none' });
  const fact = analyzer
    .analyze(text)
    .facts.find(({ condition, status }) => condition === 'low-back-pain' && status === 'present');
  return fact ? [...fact.detail].sort().join() : 'none';
}

let analyzer: Analyzer | undefined;
