/** The claim check as a coder reads it: each code that was sent with its verdict, then those that the claim lacks. */
import type { Analysis, ClaimedCode, ClaimFinding } from '../model.ts';
import type { Palette } from './format.ts';
import type { Locate } from './positions.ts';
import { oneLine } from './visible.ts';
import { wordValue } from './wording.ts';

interface Sheet {
  readonly analysis: Analysis;
  readonly locate: Locate;
  readonly palette: Palette;
}

/** Nothing where no codes were sent along. */
export function writeClaim(sheet: Sheet): string[] {
  const { claim } = sheet.analysis;
  if (!claim) return [];
  if (claim.codes.length === 0)
    return [sheet.palette.bold('Claim check'), '  nothing was sent, and nothing is missing'];
  return [sheet.palette.bold('Claim check'), ...claim.codes.flatMap((code) => writeClaimed(code, sheet))];
}

function writeClaimed({ code, title, verdict, findings, instead }: ClaimedCode, sheet: Sheet): string[] {
  const { palette } = sheet;
  const name = `${oneLine(code).padEnd(8)} ${paintVerdict(verdict, palette)}${title === null ? '' : `: ${oneLine(title)}`}`;
  const other = instead.length > 0 ? [`      the documentation supports: ${instead.join(', ')}`] : [];
  return [`  ${name}`, ...findings.flatMap((finding) => writeFinding(finding, sheet)), ...other];
}

function paintVerdict(verdict: ClaimedCode['verdict'], { green, yellow, red, dim }: Palette): string {
  const said = verdict === 'excludes1' ? 'excludes1' : wordValue(verdict);
  if (verdict === 'supported') return green(said);
  if (verdict === 'outside-scope') return dim(said);
  return ['retired', 'not-billable', 'contradicted'].includes(verdict) ? red(said) : yellow(said);
}

function writeFinding({ reason, evidence, cites }: ClaimFinding, { locate, palette }: Sheet): string[] {
  const quotes = evidence.map((quote) => {
    const { line, column } = locate(quote.start);
    return `       ${palette.dim(`${line}:${column}`.padEnd(6))} ${palette.cyan(`"${oneLine(quote.text)}"`)}`;
  });
  return [`      ${oneLine(reason)}`, ...cites.map((each) => palette.dim(`      ${oneLine(each)}`)), ...quotes];
}
