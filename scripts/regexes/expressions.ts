/**
 * Every regular expression of src/, from the syntax trees: literals, and those built by `RegExp(...)` of parts that are
 * constant. What is built of anything else stands in BUILT with samples, or it is reported as unread.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { BUILT } from './built.ts';

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** "claims/spelling.ts:13", below src/: everywhere that it is written. */
  readonly places: readonly string[];
}

export interface Expressions {
  readonly read: readonly Expression[];
  /** Places of expressions built of what is known at run time only, without samples in BUILT. */
  readonly unread: readonly string[];
  /** Entries of BUILT that stand for nothing in the sources. */
  readonly stale: readonly string[];
}

type Pattern = Pick<Expression, 'source' | 'flags'>;

const ROOT = fileURLToPath(new URL('../../src/', import.meta.url));

export function findExpressions(): Expressions {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return readExpressions(
    files.map((file) => ROOT + file),
    ROOT,
  );
}

/** @param root the folder that the places are told from, with its last slash */
export function readExpressions(files: readonly string[], root: string): Expressions {
  const program = ts.createProgram(files, {
    noLib: true,
    types: [],
    noResolve: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  });
  // the nodes know their parents from here on
  const checker = program.getTypeChecker();
  const places = new Map<string, { pattern: Pattern; at: string[] }>();
  const unread: string[] = [];
  const sampled = new Set<string>();
  const own = new Set(files);
  for (const file of program.getSourceFiles().filter(({ fileName }) => own.has(fileName))) {
    const name = file.fileName.slice(root.length).replaceAll('\\', '/');
    for (const node of nodesOf(file)) {
      if (!ts.isRegularExpressionLiteral(node) && !isBuilt(node)) continue;
      const at = `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      const entry = BUILT.find((each) => each.file === name && each.written === node.getText());
      const samples = entry?.samples.map((source) => ({ source, flags: entry.flags }));
      const patterns = samples ?? [patternOf(node, checker)].filter((each) => each !== null);
      if (patterns.length === 0) unread.push(at);
      if (entry) sampled.add(entry.written);
      for (const pattern of patterns) {
        const key = `/${pattern.source}/${pattern.flags}`;
        const known = places.get(key);
        if (known) known.at.push(at);
        else places.set(key, { pattern, at: [at] });
      }
    }
  }
  const stale = BUILT.filter(({ file, written }) => files.includes(root + file) && !sampled.has(written));
  return {
    read: [...places.values()].map(({ pattern, at }) => ({ ...pattern, places: at })),
    unread,
    stale: stale.map(({ file, written }) => `${file}: ${written}`),
  };
}

function nodesOf(node: ts.Node): readonly ts.Node[] {
  const nodes = [node];
  ts.forEachChild(node, (child) => {
    nodes.push(...nodesOf(child));
  });
  return nodes;
}

const isBuilt = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';

/** Of a literal, a call of RegExp, a string, a template or a constant that is one of these; null where it is none. */
function patternOf(node: ts.Node | undefined, checker: ts.TypeChecker): Pattern | null {
  if (node === undefined) return null;
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (isBuilt(node)) {
    const [body, flags] = node.arguments ?? [];
    const pattern = patternOf(body, checker);
    if (pattern === null || flags === undefined) return pattern;
    return ts.isStringLiteral(flags) ? { source: pattern.source, flags: flags.text } : null;
  }
  if (ts.isStringLiteralLike(node)) return { source: node.text, flags: '' };
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map(({ expression, literal }) => {
      const part = patternOf(expression, checker);
      return part === null ? null : part.source + literal.text;
    });
    return parts.includes(null) ? null : { source: node.head.text + parts.join(''), flags: '' };
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') return patternOf(node.expression, checker);
  return ts.isIdentifier(node) ? patternOf(constantOf(node, checker), checker) : null;
}

/** What a name stands for, in its own file or in the one that it is imported from. */
function constantOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Node | undefined {
  let symbol = checker.getSymbolAtLocation(name);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const declaration = symbol?.valueDeclaration;
  const isConstant =
    declaration && ts.isVariableDeclaration(declaration) && declaration.parent.flags & ts.NodeFlags.Const;
  return isConstant ? declaration.initializer : undefined;
}
