/**
 * SARIF 2.1.0, for viewers of code review: one result for each fact, code, claimed code, query and notice, with its place
 * in line and column and in UTF-16 offsets, and a fingerprint that an edit elsewhere in the note does not change.
 */
import type { Analysis, Evidence } from '../model.ts';
import { nameUuid } from './content-id.ts';
import type { AnalyzedNote, Format } from './format.ts';
import { quotesOf } from './places.ts';
import { type Locate, locateIn } from './positions.ts';
import { oneLine, showControlsInJson } from './visible.ts';
import { wordFact } from './wording.ts';

type Level = 'error' | 'warning' | 'note' | 'none';
interface Finding {
  readonly ruleId: string;
  readonly level: Level;
  readonly says: string;
  /** What keeps two results of one rule apart, and is no position. */
  readonly key: string;
  readonly evidence: readonly Evidence[];
}

const HEAD = `{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"columnKind":"utf16CodeUnits","results":[`;

/** The rules stand behind the results, because only then are they known; the order in an object means nothing. */
export const sarif: Format = {
  shows: 'SARIF 2.1.0, for viewers of code review',
  *write(notes) {
    const rules = new Set<string>();
    let tool: { readonly version?: string } = {};
    let before = `${HEAD}\n`;
    for (const note of notes) {
      tool = { version: note.analysis.tool.version };
      for (const result of listResults(note)) {
        rules.add(result.ruleId);
        yield `${before}${showControlsInJson(JSON.stringify(result))}`;
        before = ',\n';
      }
    }
    const driver = { name: 'spinenote', ...tool, rules: [...rules].sort().map((id) => ({ id })) };
    yield `${before === ',\n' ? '' : before}\n],"tool":{"driver":${showControlsInJson(JSON.stringify(driver))}}}]}\n`;
  },
};

export function* listResults({ file, text, analysis }: AnalyzedNote) {
  const locate = locateIn(text);
  const uri = spellUri(file);
  const findings = [
    ...listFacts(analysis),
    ...listCodes(analysis),
    ...listClaim(analysis),
    ...listQueries(analysis),
    ...listNotices(analysis),
  ];
  for (const { ruleId, level, says, key, evidence } of findings) {
    const words = evidence.map((each) => oneLine(each.text));
    yield {
      ruleId,
      level,
      kind: level === 'none' ? ('informational' as const) : ('fail' as const),
      message: { text: oneLine(says) },
      locations: (evidence.length > 0 ? evidence : [null]).slice(0, 1).map((each) => writePlace(uri, each, locate)),
      relatedLocations: evidence.slice(1).map((each) => writePlace(uri, each, locate)),
      partialFingerprints: { 'spinenote/v1': nameUuid(uri, ruleId, key, ...words) },
    };
  }
}

function writePlace(uri: string, quote: Evidence | null, locate: Locate) {
  const artifactLocation = { uri };
  if (quote === null) return { physicalLocation: { artifactLocation } };
  const [start, end] = [locate(quote.start), locate(quote.end)];
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: quote.start,
    charLength: quote.end - quote.start,
    snippet: { text: quote.text },
  };
  return { physicalLocation: { artifactLocation, region } };
}

/** A relative URI: a blank or a "#" in a file name, or the brackets of `<stdin>`, would make it another one. */
const spellUri = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');

/** SARIF 2.1.0, 3.27.10: any kind but `fail` goes with level `none`. */
const listFacts = ({ facts }: Analysis): Finding[] =>
  facts.map((fact) => ({
    ruleId: `fact/${fact.condition}`,
    level: 'none',
    says: `${fact.status} ${wordFact(fact)} (${fact.source})`,
    key: `${fact.status} ${wordFact(fact)}`,
    evidence: fact.evidence,
  }));

const listCodes = (analysis: Analysis): Finding[] =>
  analysis.codes.map(({ code, standing, title, why, facts }) => ({
    ruleId: `code/${standing}`,
    level: 'none',
    says: `${code} ${title}. ${why}`,
    key: code,
    evidence: quotesOf(analysis, facts),
  }));

const listClaim = ({ claim }: Analysis): Finding[] =>
  (claim?.codes ?? []).map(({ code, verdict, findings }) => ({
    ruleId: `claim/${verdict}`,
    level: verdict === 'supported' || verdict === 'outside-scope' ? 'none' : levelOf(findings[0]?.severity),
    says: `${code}: ${findings.map(({ reason }) => reason).join(' ')}`,
    key: code,
    evidence: findings.flatMap(({ evidence }) => evidence),
  }));

const listQueries = (analysis: Analysis): Finding[] =>
  analysis.queries.map(({ id, kind, question, options, indicators, facts }) => ({
    ruleId: `query/${kind}`,
    level: 'note',
    says: `${question} [${options.join(' | ')}]`,
    key: id,
    evidence: indicators.length > 0 ? indicators : quotesOf(analysis, facts),
  }));

const listNotices = ({ notices }: Analysis): Finding[] =>
  notices.map(({ rule, severity, message, start, end, text }) => ({
    ruleId: `notice/${rule}`,
    level: levelOf(severity),
    says: message,
    key: '',
    evidence: start === undefined || end === undefined ? [] : [{ start, end, text: text ?? '' }],
  }));

function levelOf(severity: 'error' | 'warning' | 'info' | undefined): Level {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}
