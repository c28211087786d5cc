/** The MCP server over streams in memory: what a tool gives is what the library gives, and errors hold no note. */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { checkClaim, createAnalyzer, describeCode, explainCode } from '../../src/index.ts';
import { serveMcp } from '../../src/service/mcp.ts';
import { CANARY, NOTE } from './world.ts';

const analyzer = await createAnalyzer();
const [stdin, stdout] = [new PassThrough(), new PassThrough()];
const server = serveMcp(analyzer, stdin, stdout);
afterAll(() => server.close());

let number = 0;
async function request(
  method: string,
  params: object,
): Promise<{ result: { content: { text: string }[]; tools: { name: string }[] } }> {
  const id = ++number;
  stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  const [chunk] = await once(stdout, 'data');
  const answer = JSON.parse(String(chunk));
  expect(answer.id).toBe(id);
  return answer;
}
const call = async (name: string, given: object) => (await request('tools/call', { name, arguments: given })).result;
const read = async (name: string, given: object) => JSON.parse((await call(name, given)).content[0]!.text);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the MCP server', () => {
  it('names its tools', async () => {
    const clientInfo = { name: 'test', version: '0' };
    await request('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
    stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
    const { tools } = (await request('tools/list', {})).result;
    expect(tools.map(({ name }) => name)).toEqual(['analyze_note', 'explain_code', 'check_claim']);
  });

  it('gives what the library gives', async () => {
    const analysis = analyzer.analyze(NOTE);
    expect(await read('analyze_note', { text: NOTE })).toEqual(plain(analysis));
    expect(await read('explain_code', { code: 'M51.A4', text: NOTE })).toEqual(plain(explainCode(analysis, 'M51.A4')));
    expect(await read('explain_code', { code: 'M51.A4' })).toEqual(
      plain(describeCode('M51.A4', { dateOfService: null })),
    );
    expect(await read('check_claim', { text: NOTE, codes: ['M54.5'] })).toEqual(plain(checkClaim(analysis, ['M54.5'])));
  });

  it('says no word of the note in an error', async () => {
    const small = await createAnalyzer({ limits: { textLength: 10 } });
    const [input, output] = [new PassThrough(), new PassThrough()];
    const other = serveMcp(small, input, output);
    const send = async (message: object) => {
      input.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, ...message })}\n`);
      return String((await once(output, 'data'))[0]);
    };
    await send({
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '0' } },
    });
    const said = await send({
      method: 'tools/call',
      params: { name: 'analyze_note', arguments: { text: CANARY.repeat(9) } },
    });
    expect(said).toContain('the limit is 10');
    expect(said).toContain('"isError":true');
    const wrong = await send({ method: 'tools/call', params: { name: 'analyze_note', arguments: { text: [CANARY] } } });
    expect(said + wrong).not.toContain(CANARY);
    await other.close();
  });
});
