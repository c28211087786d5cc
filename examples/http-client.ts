/**
 * A client of `spinenote serve` in any language looks like this. Start the service, then run
 * `npx tsx examples/http-client.ts http://127.0.0.1:4871`; where it asks for a token, put that into SPINENOTE_TOKEN.
 */
const base = process.argv[2] ?? 'http://127.0.0.1:4871';
const token = process.env.SPINENOTE_TOKEN;
const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  ...(token && { authorization: `Bearer ${token}` }),
});

interface Answer {
  readonly note: { readonly id: string };
  readonly codes: readonly { readonly code: string; readonly standing: string }[];
}
const claim = ({ codes }: Answer): string =>
  codes.flatMap(({ code, standing }) => (standing === 'assigned' ? [code] : [])).join(', ');

async function post(path: string, type: string, body: string): Promise<Response> {
  const response = await fetch(new URL(path, base), { method: 'POST', headers: headers(type), body });
  if (response.ok) return response;
  // { "error": { "code", "message" } }: says what was wrong and never repeats the note
  throw new Error(`${response.status}: ${await response.text()}`);
}

const one = await post('/analyze', 'application/json', JSON.stringify({ id: 'a', text: 'ASSESSMENT: Neck pain.' }));
console.log(`one    ${claim((await one.json()) as Answer)}`);

const lines = ['Low back pain.', 'Left sciatica.'].map((text, index) =>
  JSON.stringify({ id: `b${index}`, text: `ASSESSMENT: ${text}` }),
);
const many = await post('/batch', 'application/x-ndjson', lines.join('\n'));
for (const line of (await many.text()).trimEnd().split('\n')) {
  const answer = JSON.parse(line) as Answer;
  console.log(`batch  ${answer.note.id} ${claim(answer)}`);
}

const discovery = await fetch(new URL('/cds-services', base));
const { services } = (await discovery.json()) as { services: { hook: string }[] };
console.log(`hooks  ${services.map(({ hook }) => hook).join(', ')}`);
