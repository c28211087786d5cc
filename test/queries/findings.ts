/** Small findings for the query tests, one line for each thing documented; the note is the quotes, a line each. */

import type { Coding } from '../../src/coding/code.ts';
import {
  CONDITIONS,
  type Condition,
  DETAILS,
  type Detail,
  ELEMENT_KINDS,
  type Element,
  type Evidence,
  type Fact,
  type Findings,
  type Gap,
  IMAGING_STATUSES,
  type Imaging,
  LATERALITIES,
  type Linkage,
  type Mention,
  MODALITIES,
  type NoteKind,
  QUERY_KINDS,
  REGIONS,
  SECTION_KINDS,
  SIZES,
  SOURCES,
  STATUSES,
} from '../../src/model.ts';

export interface Note {
  readonly findings: Findings;
  readonly coding: Coding;
}

/** The first of the words that the list knows, as the list's own type. */
function pick<Word extends string>(words: readonly string[], list: readonly Word[], line: string): Word {
  const found = maybe(words, list);
  if (!found) throw new TypeError(`"${line}" names none of ${list.join(', ')}`);
  return found;
}

const maybe = <Word extends string>(words: readonly string[], list: readonly Word[]): Word | undefined =>
  list.find((word) => words.includes(word));

/**
 * fact     "present provider disc-herniation lumbar L4-L5 left: HNP L4-5" (+ "@assessment" gives it a mention there)
 * element  "element present injury history: fell on ice"
 * study    "study performed MRI lumbar"
 * linkage  "linkage uncertain low-back-pain endplate-change: could be the endplates"
 * code     "code M54.50"
 * gap      "gap pain-duration lumbar low-back-pain"
 */
export function note(lines: readonly string[], kind: NoteKind = 'office-note'): Note {
  const quoteOf = (line: string) => line.split(/:\s(.*)/s)[1] ?? '';
  const text = lines.map(quoteOf).filter(Boolean).join('\n');
  let from = 0;
  const facts: Fact[] = [];
  const mentions: Mention[] = [];
  const elements: Element[] = [];
  const linkages: Linkage[] = [];
  const imaging: Imaging[] = [];
  const codes: string[] = [];
  const gapLines: string[] = [];
  for (const line of lines) {
    const words = (line.split(/:\s/)[0] ?? '').split(/\s+/);
    const quote = quoteOf(line);
    const start = quote ? text.indexOf(quote, from) : 0;
    const evidence: Evidence[] = quote ? [{ start, end: start + quote.length, text: quote }] : [];
    from = quote ? start + quote.length : from;
    const status = maybe(words, STATUSES) ?? 'present';
    if (words[0] === 'code') codes.push(words[1] ?? '');
    else if (words[0] === 'gap') gapLines.push(line);
    else if (words[0] === 'study')
      imaging.push({
        modality: pick(words, MODALITIES, line),
        region: maybe(words, REGIONS) ?? 'unspecified',
        status: pick(words, IMAGING_STATUSES, line),
        evidence,
      });
    else if (words[0] === 'linkage') {
      const [one, other] = words.filter((word): word is Condition => (CONDITIONS as readonly string[]).includes(word));
      linkages.push({ from: one as Condition, to: other as Condition, status, evidence });
    } else if (words[0] === 'element') {
      const section = pick(words, SECTION_KINDS, line);
      elements.push({ kind: pick(words, ELEMENT_KINDS, line), value: quote, status, section, evidence });
    } else {
      const condition = pick(words, CONDITIONS, line);
      const id = `f${facts.length + 1}`;
      const section = maybe(
        words.map((word) => word.replace('@', '')),
        SECTION_KINDS,
      );
      const place = words.some((word) => word.startsWith('@')) ? section : undefined;
      const mention = `m${facts.length + 1}`;
      if (place)
        mentions.push({
          id: mention,
          concept: condition,
          section: place,
          assertion: { status, cues: [] },
          ...evidence[0]!,
        });
      facts.push({
        id,
        condition,
        status: pick(words, STATUSES, line),
        source: pick(words, SOURCES, line),
        region: maybe(words, REGIONS) ?? 'unspecified',
        levels: words.filter((word) => /^[CTLS]\d+(-[CTLS]\d+)?$/.test(word)),
        laterality: maybe(words, LATERALITIES) ?? 'unspecified',
        size: condition === 'annulus-fibrosus-defect' ? (maybe(words, SIZES) ?? 'unspecified') : null,
        detail: words.filter(
          (word): word is Detail =>
            (DETAILS as readonly string[]).includes(word) && word !== condition && word !== 'unspecified',
        ),
        mentions: place ? [mention] : [],
        evidence,
      });
    }
  }
  const gaps = gapLines.map((line): Gap => {
    const words = line.split(/\s+/);
    const about = maybe(words.slice(1), CONDITIONS);
    const place = maybe(words, REGIONS) ?? 'unspecified';
    return {
      kind: pick(words, QUERY_KINDS, line),
      place,
      facts: facts.filter(({ condition }) => condition === about).map(({ id }) => id),
      changes: 'code',
      why: 'what the answer decides',
      cites: ['Tabular List'],
    };
  });
  return {
    findings: {
      text,
      note: { id: null, kind, setting: 'outpatient', dateOfService: null, length: text.length },
      sections: [],
      mentions,
      facts,
      imaging,
      linkages,
      elements,
    },
    coding: {
      codes: codes.map((code) => ({ code, title: '', standing: 'assigned', facts: [], why: '', rules: [] })),
      gaps,
    },
  };
}
