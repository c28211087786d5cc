/** An analysis as one text to copy: codes with their reasons, queries as they stand on the cards, facts, notices. */
import { STANDING_WORDS, wordFact, wordNote } from '../formats/wording.ts';
import { STANDINGS } from '../model.ts';
import { composeLetter, oneLine } from './letter.ts';
import type { Note } from './notebook.ts';

export function writeReport({ name, text, analysis, drafts }: Note): string {
  if (!analysis) return '';
  const { note, codeSet, codes, queries, facts, notices } = analysis;
  const head = `${oneLine(name)}: ${wordNote(note)}; date of service ${note.dateOfService ?? 'not given'}; ICD-10-CM fiscal year ${codeSet.fiscalYear}`;
  const ordered = STANDINGS.flatMap((standing) => {
    const some = codes.filter((code) => code.standing === standing);
    if (some.length === 0)
      return standing === 'assigned' ? ['', STANDING_WORDS.assigned, '  none that the documentation supports'] : [];
    const lines = some.map(({ code, title, why }, index) => {
      const ordinal = standing === 'assigned' ? `${index + 1}. ` : '';
      return `  ${ordinal}${code} ${oneLine(title)}\n     ${oneLine(why)}`;
    });
    return ['', STANDING_WORDS[standing], ...lines];
  });
  const letters = queries.map((query, index) => {
    const letter = drafts.get(query.id)?.text ?? composeLetter(query, analysis, text);
    return `\nQuery ${index + 1} of ${queries.length}\n\n${letter}`;
  });
  const found = facts.map((fact) => `  ${fact.status}: ${wordFact(fact)} (${fact.source})`);
  const said = notices.map(({ severity, message }) => `  ${severity}: ${oneLine(message)}`);
  return [
    head,
    ...ordered,
    ...letters,
    ...(found.length > 0 ? ['', 'Facts', ...found] : []),
    ...(said.length > 0 ? ['', 'Notices', ...said] : []),
    '',
  ].join('\n');
}
