/**
 * FHIR R4: a collection Bundle for the data team. The note, each candidate diagnosis (never a confirmed one), what is
 * missing, the question to the provider and who found it; the same note gives the same ids and the same bytes.
 */
import type { Code, Evidence, Fact, Notice, Query } from '../model.ts';
import { nameUuid } from './content-id.ts';
import {
  bare,
  citeNote,
  type Frame,
  frameNote,
  list,
  type Resource,
  reference,
  tagAudience,
  writeDocument,
  writeProvenance,
} from './fhir-frame.ts';
import type { AnalyzedNote, Format } from './format.ts';
import { quotesOf, wordIndicatorPlace } from './places.ts';
import { showControlsInJson } from './visible.ts';
import { wordFact, wordValue } from './wording.ts';

export const fhir: Format = {
  shows: 'a FHIR R4 Bundle; its Conditions are candidates and never confirmed',
  *write(notes) {
    const seen = new Set<string>();
    let before = '{"resourceType":"Bundle","type":"collection","entry":[\n';
    for (const note of notes) {
      for (const resource of listResources(note)) {
        if (seen.has(resource.id)) continue;
        seen.add(resource.id);
        const { id, ...body } = resource;
        yield `${before}${showControlsInJson(JSON.stringify({ fullUrl: `urn:uuid:${id}`, resource: { ...body, id } }))}`;
        before = ',\n';
      }
    }
    yield before === ',\n' ? '\n]}\n' : '{"resourceType":"Bundle","type":"collection"}\n';
  },
};

export function listResources(note: AnalyzedNote): Resource[] {
  const frame = frameNote(note);
  const { analysis } = note;
  const claimable = analysis.codes.filter(({ standing }) => standing !== 'excluded');
  const carried = new Set(claimable.flatMap(({ facts }) => facts));
  const loose = analysis.facts.filter(
    ({ id, status }) => !carried.has(id) && (status === 'present' || status === 'uncertain'),
  );
  const made = [
    ...claimable.map((code) => writeCodeCondition(code, frame)),
    ...loose.map((fact) => writeFactCondition(fact, frame)),
    ...analysis.queries.flatMap((query) => writeQuery(query, frame)),
    ...analysis.notices.map((notice) => writeNotice(notice, frame)),
  ];
  return [writeDocument(frame), ...made, writeProvenance(made, frame)];
}

const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';

function writeCondition(
  key: string,
  status: 'provisional' | 'unconfirmed',
  code: object,
  quotes: readonly Evidence[],
  frame: Frame,
): Resource {
  return {
    resourceType: 'Condition',
    id: nameUuid(frame.seed, 'Condition', key),
    ...tagAudience('coder'),
    verificationStatus: { coding: [{ system: VERIFICATION, code: status }] },
    code,
    subject: frame.subject,
    ...frame.encounter,
    ...list('evidence', quotes.length === 0 ? [] : [{ detail: quotes.map((quote) => citeNote(quote, frame)) }]),
  };
}

function writeCodeCondition({ code, title, standing, facts, why }: Code, frame: Frame): Resource {
  const coding = { system: 'http://hl7.org/fhir/sid/icd-10-cm', version: frame.codeVersion, code, display: title };
  const status = standing === 'assigned' ? 'provisional' : 'unconfirmed';
  const quotes = quotesOf(frame.analysis, facts);
  return {
    ...writeCondition(`${standing} ${code}`, status, { coding: [coding], text: title }, quotes, frame),
    note: [{ text: bare(why) }],
  };
}

/** What the note says and no code of its own reports: "possible sciatica" beside a disc that carries it. */
function writeFactCondition(fact: Fact, frame: Frame): Resource {
  const status = fact.status === 'present' ? 'provisional' : 'unconfirmed';
  return writeCondition(`fact ${fact.id}`, status, { text: wordFact(fact) }, fact.evidence, frame);
}

/** The gap for the coder; the questionnaire, the message and the task for the provider, with nothing but the query in them. */
function writeQuery(query: Query, frame: Frame): Resource[] {
  const { id, kind, question, options, indicators } = query;
  const name = (type: string): string => nameUuid(frame.seed, type, id);
  const gap: Resource = {
    resourceType: 'DetectedIssue',
    id: name('DetectedIssue'),
    ...tagAudience('coder'),
    status: 'preliminary',
    code: { text: `Documentation left open: ${wordValue(kind)}` },
    patient: frame.subject,
    ...list('evidence', indicators.length === 0 ? [] : [{ detail: indicators.map((each) => citeNote(each, frame)) }]),
    detail: bare(question),
  };
  const record = indicators.map(
    (each) => `${bare(wordIndicatorPlace(each, frame.analysis, frame.text))}: "${bare(each.text)}"`,
  );
  const questionnaire: Resource = {
    resourceType: 'Questionnaire',
    id: name('Questionnaire'),
    ...tagAudience('provider'),
    title: 'Documentation query',
    status: 'active',
    subjectType: ['Patient'],
    item: [
      ...record.map((text, index) => ({ linkId: `record-${index + 1}`, text, type: 'display' })),
      {
        linkId: 'answer',
        text: bare(question),
        type: 'open-choice',
        answerOption: options.map((valueString) => ({ valueString })),
      },
    ],
  };
  const message: Resource = {
    resourceType: 'CommunicationRequest',
    id: name('CommunicationRequest'),
    ...tagAudience('provider'),
    status: 'draft',
    subject: frame.subject,
    ...frame.encounter,
    payload: [...record, bare(question), ...options.map((option) => `[ ] ${bare(option)}`)].map((contentString) => ({
      contentString,
    })),
  };
  const task: Resource = {
    resourceType: 'Task',
    id: name('Task'),
    ...tagAudience('provider'),
    status: 'requested',
    intent: 'proposal',
    code: { text: 'Answer a documentation query' },
    description: bare(question),
    focus: reference(message),
    for: frame.subject,
    ...frame.encounter,
    reasonReference: reference(gap),
    input: [{ type: { text: 'Questionnaire' }, valueReference: reference(questionnaire) }],
  };
  return [gap, questionnaire, message, task];
}

const SEVERITY = { error: 'high', warning: 'moderate', info: 'low' } as const;

function writeNotice(notice: Notice, frame: Frame): Resource {
  const { rule, severity, message, start, end, text } = notice;
  const quotes = start === undefined || end === undefined ? [] : [{ start, end, text: text ?? '' }];
  return {
    resourceType: 'DetectedIssue',
    id: nameUuid(frame.seed, 'Notice', rule, String(start), message),
    ...tagAudience('coder'),
    status: 'preliminary',
    code: { text: wordValue(rule) },
    severity: SEVERITY[severity],
    patient: frame.subject,
    ...list('evidence', quotes.length === 0 ? [] : [{ detail: quotes.map((each) => citeNote(each, frame)) }]),
    detail: bare(message),
  };
}
