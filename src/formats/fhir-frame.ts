/**
 * What the resources of one note share: its document, its patient and encounter, the place of a quote in it, and who made
 * them. The extensions are ours and say the unit of their offsets.
 */
import type { Analysis, Evidence } from '../model.ts';
import { nameUuid } from './content-id.ts';
import type { AnalyzedNote } from './format.ts';

export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface Frame {
  readonly text: string;
  readonly analysis: Analysis;
  /** Begins the name of each resource: the same note under the same name, the same ids. */
  readonly seed: string;
  readonly documentId: string;
  readonly subject: object;
  readonly encounter: { readonly encounter?: object };
  readonly codeVersion: string;
}

/** Where quoted words stand in the attachment: `start`, `end` (half-open), `unit`, `quote`. */
export const EVIDENCE_EXTENSION = 'urn:spinenote:fhir:evidence-span';
/** `engine`, `lexicons`, `codeSet`, `codeSetFrom`, `codeSetTo`. */
export const VERSIONS_EXTENSION = 'urn:spinenote:fhir:versions';
export const AUDIENCE_SYSTEM = 'urn:spinenote:fhir:audience';

export function frameNote({ file, text, analysis }: AnalyzedNote): Frame {
  const { id, meta } = analysis.note;
  const seed = nameUuid(
    'spinenote',
    id ?? file,
    text,
    JSON.stringify(analysis.tool),
    String(analysis.codeSet.fiscalYear),
  );
  const subject = meta?.patient ? { identifier: { value: bare(meta.patient) } } : { display: 'Patient not named' };
  return {
    text,
    analysis,
    seed,
    documentId: nameUuid(seed, 'DocumentReference'),
    subject,
    encounter: meta?.encounter ? { encounter: { identifier: { value: bare(meta.encounter) } } } : {},
    codeVersion: String(analysis.codeSet.fiscalYear),
  };
}

export function writeDocument({ text, analysis, documentId, subject, encounter }: Frame): Resource {
  const { id, kind, dateOfService } = analysis.note;
  const context = {
    ...(encounter.encounter && { encounter: [encounter.encounter] }),
    ...(dateOfService && { period: { start: dateOfService, end: dateOfService } }),
  };
  return {
    resourceType: 'DocumentReference',
    id: documentId,
    ...(id && { identifier: [{ value: bare(id) }] }),
    status: 'current',
    type: { text: kind },
    subject,
    content: [{ attachment: { contentType: 'text/plain; charset=utf-8', ...(text && { data: encodeBase64(text) }) } }],
    ...(Object.keys(context).length > 0 && { context }),
  };
}

export function citeNote({ start, end, text }: Evidence, { documentId }: Frame): object {
  const extension = [
    { url: 'start', valueUnsignedInt: start },
    { url: 'end', valueUnsignedInt: end },
    { url: 'unit', valueCode: 'utf-16-code-unit' },
    ...(text.trim() === '' ? [] : [{ url: 'quote', valueString: bare(text) }]),
  ];
  return { reference: `urn:uuid:${documentId}`, extension: [{ url: EVIDENCE_EXTENSION, extension }] };
}

/**
 * No clock is read, so that the same note gives the same bytes: `recorded`, which R4 requires, says that it is left to the
 * system that stores the Bundle.
 */
export function writeProvenance(made: readonly Resource[], frame: Frame): Resource {
  const { tool, codeSet } = frame.analysis;
  const document = { reference: `urn:uuid:${frame.documentId}` };
  const versions = [
    { url: 'engine', valueString: tool.version },
    { url: 'lexicons', valueString: tool.lexicons },
    { url: 'codeSet', valueString: `${codeSet.system} FY${codeSet.fiscalYear}` },
    { url: 'codeSetFrom', valueDate: codeSet.from },
    { url: 'codeSetTo', valueDate: codeSet.to },
  ];
  return {
    resourceType: 'Provenance',
    id: nameUuid(frame.seed, 'Provenance'),
    extension: [{ url: VERSIONS_EXTENSION, extension: versions }],
    target: made.length > 0 ? made.map(reference) : [document],
    _recorded: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'not-performed' }],
    },
    agent: [
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'assembler' }],
        },
        who: {
          type: 'Device',
          identifier: { value: `${tool.name} ${tool.version}` },
          display: `${tool.name} ${tool.version}`,
        },
      },
    ],
    entity: [{ role: 'source', what: document }],
  };
}

export const reference = ({ id }: Resource): { readonly reference: string } => ({ reference: `urn:uuid:${id}` });

/** A list that may be empty: FHIR knows no empty list. */
export const list = (name: string, values: readonly object[]): object => (values.length > 0 ? { [name]: values } : {});

export const tagAudience = (code: 'coder' | 'provider'): object => ({
  meta: { tag: [{ system: AUDIENCE_SYSTEM, code }] },
});

/** FHIR strings hold no control character but tab and line ends; one for one, so that a quote keeps its length. */
export const bare = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that FHIR forbids.
  words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/gu, '\ufffd');

function encodeBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const pieces: string[] = [];
  // A call takes only so many arguments; pieces of a multiple of 3 bytes join without padding.
  for (let at = 0; at < bytes.length; at += 24_576) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_576))));
  }
  return pieces.join('');
}
