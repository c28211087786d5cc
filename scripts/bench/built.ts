/** What is measured is what is installed: the built files, with the types of their sources. */
const built = async <Module>(file: string): Promise<Module> =>
  import(new URL(`../../dist/${file}`, import.meta.url).href);

export const { createAnalyzer } = await built<typeof import('../../src/index.ts')>('index.js');
export const { compiledLexicons } =
  await built<typeof import('../../src/lexicons/compiled.ts')>('lexicons/compiled.js');
export const { compileLanguage } = await built<typeof import('../../src/mentions/language.ts')>('mentions/language.js');
export const { readNote } =
  await built<typeof import('../../src/mentions/note-reading.ts')>('mentions/note-reading.js');
export const { tokenize } = await built<typeof import('../../src/text/tokens.ts')>('text/tokens.js');
export const { compileQuestions, decideWords, loadTagger } =
  await built<typeof import('../../src/text/linguistics.ts')>('text/linguistics.js');
