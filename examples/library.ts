/** The library in one screen; it prints what README.md shows. Run it with `npx tsx examples/library.ts`. */
import { createAnalyzer } from 'spinenote';

const note = `IMPRESSION:
1. Annular tear L5-S1, small.
2. Left disc herniation L5-S1.
3. Possible S1 radiculopathy.
`;

const analyzer = await createAnalyzer();
const analysis = analyzer.analyze(note, { id: 'visit-17', dateOfService: '2026-11-02', noteKind: 'office-note' });

for (const { condition, status, levels, evidence } of analysis.facts) {
  console.log(`fact   ${condition} ${levels.join(', ')} ${status}: ${evidence.map(({ text }) => text).join(' … ')}`);
}
for (const { code, standing, title } of analysis.codes) console.log(`code   ${code} ${standing}: ${title}`);
for (const { id, options } of analysis.queries) console.log(`query  ${id}: ${options.length} answers`);

// A pipeline that found its own spans asks only what the context makes of them.
const text = 'Denies fever. Possible meningioma.';
const spans = [
  { start: 7, end: 12 },
  { start: 23, end: 33 },
];
for (const { start, end, assertion } of analyzer.assertSpans(text, spans)) {
  console.log(`span   ${text.slice(start, end)}: ${assertion.status}`);
}
