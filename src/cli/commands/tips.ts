/** `spinenote tips [FAMILY]`: the provider's tip sheet, its codes read by the analyzer as it runs. */
import { Option } from 'commander';
import { TIP_FAMILIES, TIP_SHEET_FORMATS, type TipSheetFormat, tipSheet, writeTipSheet } from '../../index.ts';
import { dateOption } from '../date-option.ts';
import { readLexicon } from '../sources.ts';
import type { DefineCommand } from './command.ts';

interface TipsCliOptions {
  readonly format: TipSheetFormat;
  readonly date?: string;
  readonly lexicon?: readonly string[];
}

const EXAMPLES = `
Families:
${TIP_FAMILIES.map((id) => `  ${id}`).join('\n')}

Examples:
  spinenote tips
  spinenote tips low-back-pain
  spinenote tips M51.A4
  spinenote tips --format html > tips.html`;

export const defineTips: DefineCommand = (command, { io, output }) => {
  command
    .argument('[family]', 'one family by its name, or by a code that belongs to it')
    .addOption(
      new Option('-f, --format <format>', 'html is one page without script, made to print')
        .choices(TIP_SHEET_FORMATS)
        .default('text'),
    )
    .addOption(dateOption('date of service of the examples (default: the newest year known)'))
    .addOption(
      new Option('--lexicon <file>', 'your own lexicon (YAML), laid over the built-in ones; may be repeated').argParser(
        (file: string, files: readonly string[] = []) => [...files, file],
      ),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (family: string | undefined, { format, date, lexicon = [] }: TipsCliOptions) => {
      const analyzer = await io.createAnalyzer({ lexicons: lexicon.map(readLexicon) });
      await output.write(writeTipSheet(tipSheet(analyzer, { family, dateOfService: date ?? null }), format));
    });
};
