/** `spinenote codes update FILE`: what the list of a new year changes in our scope; the file is read, nothing is written. */
import { Option } from 'commander';
import { showControls, showControlsInJson } from '../../formats/visible.ts';
import { writeCodeSetChanges } from '../../index.ts';
import { compareFile } from '../code-lists/compare-file.ts';
import type { DefineCommand } from './command.ts';

interface UpdateCliOptions {
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
The file is one of those that CDC and CMS publish for each fiscal year:
  icd10cm-tabular-YYYY.xml   codes, titles and notes
  icd10cm-order-YYYY.txt     codes and titles

Examples:
  spinenote codes update icd10cm-tabular-2028.xml
  spinenote codes update --format json icd10cm-order-2028.txt

Exit code: 0, whatever has changed; 2 when the file is not one of the two.`;

export const defineCodes: DefineCommand = (command, { output }) => {
  command
    .command('update')
    .description(
      'Compare the official list of a new year with the newest year known, and tell what changes in our scope.',
    )
    .argument('<file>', 'the tabular list (XML) or the order file (text)')
    .addOption(new Option('-f, --format <format>', 'text to read, or json').choices(['text', 'json']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { format }: UpdateCliOptions) => {
      const changes = await compareFile(file);
      const json = (): string => `${showControlsInJson(JSON.stringify(changes, null, 2))}\n`;
      await output.write(format === 'json' ? json() : showControls(writeCodeSetChanges(changes)));
    });
};
