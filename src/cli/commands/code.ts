/** `spinenote code M51.A4`: the page of each code named, on a date; an unknown code is an answer and no error. */
import { Option } from 'commander';
import { showControlsInJson } from '../../formats/visible.ts';
import { describeCode, writeCodePage } from '../../index.ts';
import { dateOption } from '../date-option.ts';
import { UsageError } from '../failure.ts';
import type { DefineCommand } from './command.ts';

interface CodeCliOptions {
  readonly format: 'text' | 'json';
  readonly date?: string;
}

const EXAMPLES = `
Examples:
  spinenote code M51.A4
  spinenote code --date 2021-09-30 M54.5
  spinenote code --format json M53.86 M53.87

Exit code: 0, for a code that does not exist too (its status says so); 2 for what has not the form of a code.`;

export const defineCode: DefineCommand = (command, { output }) => {
  command
    .argument('<code...>', 'codes, with or without the point: M51.A4, m51a4')
    .addOption(
      new Option('-f, --format <format>', 'text: pages to read; json: one object, a list for several codes')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(dateOption('the day on which the status is told (default: the newest year known)'))
    .addHelpText('after', EXAMPLES)
    .action(async (codes: readonly string[], { format, date }: CodeCliOptions) => {
      const pages = codes.map((code, index) => {
        if (!/^\s*[A-Za-z]\d[0-9A-Za-z]\.?[0-9A-Za-z]{0,4}[.-]*\s*$/.test(code)) {
          throw new UsageError(`argument ${index + 1} has not the form of an ICD-10-CM code. Name one such as M51.A4.`);
        }
        return describeCode(code, { dateOfService: date ?? null });
      });
      const json = (): string => showControlsInJson(JSON.stringify(pages.length === 1 ? pages[0] : pages, null, 2));
      await output.write(format === 'json' ? `${json()}\n` : pages.map(writeCodePage).join('\n'));
    });
};
