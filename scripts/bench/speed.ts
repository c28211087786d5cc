/** Throughput against W, the bare warm readDoc of wink-nlp on the same notes in the same process, taken in turns. */

import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import {
  compiledLexicons,
  compileLanguage,
  compileQuestions,
  createAnalyzer,
  decideWords,
  loadTagger,
  readNote,
  tokenize,
} from './built.ts';
import { measureInTurns, quantile, type Rounds, type Timing, table } from './measure.ts';
import type { NoteSet } from './notes.ts';

/** Our code is larger than wink's and is warm later: V8 goes on compiling it for some twenty thousand notes. */
const NOTES_TO_WARM = 20_000;
const MEASURED = 5;

const roundsOf = ({ notes }: NoteSet): Rounds => ({
  toWarm: Math.max(2, Math.ceil(NOTES_TO_WARM / notes.length)),
  measured: MEASURED,
});

export async function measureSpeed(sets: readonly NoteSet[]): Promise<string> {
  const wink = winkNLP(model, ['sbd', 'negation', 'pos']);
  const analyzer = await createAnalyzer();
  const plain = await createAnalyzer({ linguistics: 'none' });
  const rows = sets.map((set, at) => {
    const each = overEach(set);
    const times = measureInTurns(
      {
        wink: each(({ text }) => wink.readDoc(text)),
        full: each(({ id, text }) => analyzer.analyze(text, { id })),
        plain: each(({ id, text }) => plain.analyze(text, { id })),
      },
      roundsOf(set),
    );
    const speed = ({ warm }: Timing): string => (set.characters / 1000 / warm).toFixed(2);
    const ratio = ({ warm }: Timing): string => (times.wink.warm / warm).toFixed(2);
    const latency = set.notes.map(({ id, text }) => {
      const start = performance.now();
      analyzer.analyze(text, { id });
      return performance.now() - start;
    });
    return [
      set.name,
      set.notes.length,
      (set.characters / 1e6).toFixed(2),
      speed(times.wink),
      speed(times.full),
      `**${ratio(times.full)} W**`,
      `${ratio(times.plain)} W`,
      // what is read later finds the code compiled
      at === 0 ? `${(times.wink.first / times.full.first).toFixed(2)} W` : '',
      quantile(latency, 0.5).toFixed(2),
      quantile(latency, 0.99).toFixed(2),
    ];
  });
  return table(
    ['notes', 'count', 'MB', 'W, MB/s', 'analysis, MB/s', 'ratio', 'without wink', 'first pass', 'p50 ms', 'p99 ms'],
    rows,
  );
}

type Work = (note: NoteSet['notes'][number]) => void;

const overEach = (set: NoteSet) => (work: Work) => (): void => {
  for (const note of set.notes) work(note);
};

/** Share of each layer in the time of a full analysis, by running the staircase to ever higher steps. */
export async function measureLayers(set: NoteSet): Promise<string> {
  const language = compileLanguage(compiledLexicons);
  const questions = compileQuestions(language.words, compiledLexicons.words);
  const tagger = await loadTagger();
  const analyzer = await createAnalyzer();
  const each = overEach(set);
  const count = { sentences: 0, asked: 0 };
  const decide: Parameters<typeof readNote>[2] = (tokens, sentence) => decideWords(tokens, sentence, questions, tagger);
  const analyses = set.notes.map(({ id, text }) => analyzer.analyze(text, { id }));
  const times = measureInTurns(
    {
      tokens: each(({ text }) => tokenize(text, language.words)),
      reading: each(({ text }) => readNote(text, language, () => false)),
      linguistics: each(({ text }) => readNote(text, language, decide)),
      analysis: each(({ id, text }) => analyzer.analyze(text, { id })),
      json: () => {
        for (const analysis of analyses) JSON.stringify(analysis);
      },
    },
    roundsOf(set),
  );
  for (const { text } of set.notes) {
    const { sentences } = readNote(text, language, (tokens, sentence) =>
      decideWords(tokens, sentence, questions, (words) => {
        count.asked++;
        return tagger(words);
      }),
    );
    count.sentences += sentences.length;
  }
  const whole = times.analysis.warm + times.json.warm;
  const share = (time: number): string => `${Math.max(0, (100 * time) / whole).toFixed(0)} %`;
  return [
    table(
      ['characters to tokens', 'sections, sentences, phrases', 'wink', 'facts, codes, queries', 'JSON'],
      [
        [
          share(times.tokens.warm),
          share(times.reading.warm - times.tokens.warm),
          share(times.linguistics.warm - times.reading.warm),
          share(times.analysis.warm - times.linguistics.warm),
          share(times.json.warm),
        ],
      ],
    ),
    '',
    `Sentences sent to wink: ${count.asked} of ${count.sentences} (${((100 * count.asked) / count.sentences).toFixed(1)} %).`,
  ].join('\n');
}
