/**
 * A scribe's loop: analyse the draft, put the open questions to the provider, write the answers down as the provider's own
 * words, analyse again, and show what changed. Run it with `npx tsx examples/scribe-loop.ts`.
 *
 * The answers stand for a person: a program may ask, and never answers a query itself.
 */
import { type Analysis, createAnalyzer, type Query } from 'spinenote';

const draft = `HISTORY: Low back pain for four months. MRI of the lumbar spine was done last week.
ASSESSMENT:
1. Annular tear L5-S1.
2. Low back pain.
`;

/** What the provider says when asked; in a product, a form. */
const provider: Readonly<Record<string, string>> = {
  'annular-defect-size': 'The annular tear at L5-S1 is small.',
};

const analyzer = await createAnalyzer();
const options = { id: 'draft', noteKind: 'office-note', dateOfService: '2026-11-02' } as const;
const before = analyzer.analyze(draft, options);

const answers: string[] = [];
for (const query of before.queries) {
  show(query);
  const answer = provider[query.kind];
  console.log(`  -> ${answer ?? '(left open)'}`);
  if (answer !== undefined) answers.push(answer);
}

// The provider's words become part of the note; the analysis is made again from the whole of it.
const after = analyzer.analyze(
  `${draft}${answers.map((answer, index) => `${index + 3}. ${answer}\n`).join('')}`,
  options,
);

console.log(`codes before: ${claim(before)}`);
console.log(`codes after:  ${claim(after)}`);
const open = new Set(after.queries.map(({ id }) => id));
for (const { id } of before.queries) console.log(`${open.has(id) ? 'still open' : 'settled   '}  ${id}`);

/** Only question, options and the record's own words are for the provider. */
function show({ question, options, indicators }: Query): void {
  console.log(question);
  for (const { text } of indicators) console.log(`  documented: "${text}"`);
  for (const option of options) console.log(`  [ ] ${option}`);
}

function claim({ codes }: Analysis): string {
  return codes
    .filter(({ standing }) => standing === 'assigned')
    .map(({ code }) => code)
    .join(', ');
}
