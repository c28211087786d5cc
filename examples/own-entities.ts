/**
 * A pipeline with its own entity finder asks only what the context makes of them. Run it with
 * `npx tsx examples/own-entities.ts`.
 */
import { createAnalyzer } from 'spinenote';

const note = `HISTORY: Denies fever or chills. Mother had scoliosis. Prior diskitis in 2015.
ASSESSMENT: Possible epidural abscess; rule out osteomyelitis. Facet cyst at L4-L5.
`;
const entities = ['fever', 'chills', 'scoliosis', 'diskitis', 'epidural abscess', 'osteomyelitis', 'Facet cyst'];

const spans = entities.map((entity) => {
  const start = note.indexOf(entity);
  return { start, end: start + entity.length };
});

const analyzer = await createAnalyzer();
for (const { start, end, assertion } of analyzer.assertSpans(note, spans)) {
  const cues = assertion.cues.map(({ text }) => `"${text}"`).join(', ');
  console.log(`${note.slice(start, end).padEnd(18)}${assertion.status.padEnd(14)}${cues}`);
}
