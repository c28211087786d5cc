/** The documentation checklist as a coder reads it: each line with its verdict, the words that meet it or the query that asks. */
import type { Checklist, ChecklistLine } from '../index.ts';
import type { Palette } from './format.ts';
import { type Locate, locateIn } from './positions.ts';
import { oneLine } from './visible.ts';
import { wordSection } from './wording.ts';

const MARK: Readonly<Record<ChecklistLine['standing'], string>> = {
  met: '[x]',
  'not-met': '[ ]',
  'not-applicable': ' - ',
};

export function writeChecklist({ parts }: Checklist, text: string, palette: Palette): string {
  if (parts.length === 0) return 'Nothing that a checklist is about is documented.\n';
  const locate = locateIn(text);
  const { bold, dim } = palette;
  const blocks = parts.map(({ title, lines }) => {
    const count = (standing: ChecklistLine['standing']) => lines.filter((line) => line.standing === standing).length;
    const sum = `${count('met')} met, ${count('not-met')} not met, ${count('not-applicable')} not applicable`;
    return [`${bold(title)} ${dim(`(${sum})`)}`, ...lines.flatMap((line) => writeLine(line, locate, palette))].join(
      '\n',
    );
  });
  return `${blocks.join('\n\n')}\n`;
}

function writeLine(line: ChecklistLine, locate: Locate, { green, yellow, dim, cyan }: Palette): string[] {
  const paint = { met: green, 'not-met': yellow, 'not-applicable': dim }[line.standing];
  const words = line.evidence.map(({ start, text, section }) => {
    const { line: row, column } = locate(start);
    return `      ${dim(`${row}:${column}`.padEnd(6))} ${wordSection(section)} ${cyan(`"${oneLine(text)}"`)}`;
  });
  return [
    `  ${paint(MARK[line.standing])} ${oneLine(line.looksFor)}`,
    `      ${oneLine(line.why)}`,
    ...words,
    ...(line.document === null ? [] : [`      to document: ${oneLine(line.document)}`]),
    ...line.queries.map((id) => `      query: ${oneLine(id)}`),
  ];
}
