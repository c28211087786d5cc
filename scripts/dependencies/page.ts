/** docs/dependencies.md as text: what `npm install spinenote` brings, what its optional parts bring, and what only we need. */
import { type LockEntries, neededBy, type Package, packageAt, treeOf } from './locked.ts';
import { PURPOSES } from './purposes.ts';

const HEADER = `# Dependencies

Made by \`npm run dependencies:update\` from package-lock.json; not to be edited. Versions are those that the tests run with.
`;

/** @throws Error for an unknown licence, and for a direct dependency without a purpose or a purpose without one */
export function writePage(entries: LockEntries, purposes: Readonly<Record<string, string>> = PURPOSES): string {
  const project = entries[''] ?? {};
  const direct = Object.keys(project.dependencies ?? {});
  const peers = Object.keys(project.peerDependencies ?? {});
  const development = Object.keys(project.devDependencies ?? {}).filter((name) => !peers.includes(name));
  comparePurposes([...direct, ...peers, ...development], purposes);
  const all = Object.keys(entries).filter((path) => path !== '');
  const own = treeOf(direct, entries);
  const withPeers = treeOf([...direct, ...peers], entries);
  const onlyOurs = all.map((path) => packageAt(path, entries)).filter(({ path }) => !has(withPeers, path));
  const rowOf = (name: string): readonly string[] => {
    const { version, licence } = packageAt(`node_modules/${name}`, entries);
    return [name, version, licence, purposes[name] as string];
  };
  return [
    HEADER,
    `## At run time\n\n\`npm install spinenote\` brings ${countOf(own)}.\n`,
    table(['package', 'version', 'licence', 'for'], direct.map(rowOf)),
    'What these bring in their turn:\n',
    table(['package', 'version', 'licence', 'needed by'], broughtRows(own, direct, entries)),
    '## Optional\n\nInstalled by you, and only for the part that needs it; `and its own` counts what it brings beyond the above.\n',
    table(
      ['package', 'accepted', 'version', 'licence', 'for', 'and its own'],
      peers.map((name) => {
        const [, version = '', licence = '', purpose = ''] = rowOf(name);
        const brought = treeOf([name], entries).filter((each) => each.name !== name && !has(own, each.path));
        return [name, project.peerDependencies?.[name] ?? '', version, licence, purpose, String(brought.length)];
      }),
    ),
    `All of them together: ${countOf(withPeers.filter(({ path }) => !has(own, path)))}.\n`,
    `## For development\n\nNot installed with SpineNote: ${countOf(onlyOurs)}, besides those above.\n`,
    table(['package', 'version', 'licence', 'for'], development.map(rowOf)),
  ].join('\n');
}

function comparePurposes(names: readonly string[], purposes: Readonly<Record<string, string>>): void {
  const without = names.filter((name) => !(name in purposes));
  const stale = Object.keys(purposes).filter((name) => !names.includes(name));
  if (without.length + stale.length === 0) return;
  throw new Error(
    `scripts/dependencies/purposes.ts does not go with package.json. To be added: ${without.join(', ') || 'none'}; ` +
      `to be removed: ${stale.join(', ') || 'none'}.`,
  );
}

const has = (tree: readonly Package[], path: string): boolean => tree.some((each) => each.path === path);

/** "10 packages (MIT 7, ISC 2, BlueOak-1.0.0 1), and of 17 builds for one system each the one that fits". */
function countOf(tree: readonly Package[]): string {
  const forAll = tree.filter(({ isForAll }) => isForAll);
  const builds = tree.length - forAll.length;
  const licences = [...count(tree.map(({ licence }) => licence))]
    .sort(([a, times], [b, often]) => often - times || (a < b ? -1 : 1))
    .map(([licence, times]) => `${licence} ${times}`);
  const which = builds === 0 ? '' : `, and of ${builds} builds for one system each those that fit the machine`;
  return `${forAll.length} packages${which} (${licences.join(', ')})`;
}

/** Builds for one system stand in one row, by the package that asks for them. */
function broughtRows(tree: readonly Package[], direct: readonly string[], entries: LockEntries): readonly string[][] {
  const brought = tree.filter(({ path }) => !direct.some((name) => path === `node_modules/${name}`));
  const askers = (name: string): string =>
    tree
      .filter(({ path }) => neededBy(entries[path] ?? {}).includes(name))
      .map((each) => each.name)
      .join(', ');
  const rowOf = ({ name, version, licence, isForAll }: Package): string[] => {
    const asker = askers(name);
    return [isForAll ? name : `${asker}-*, one for each system`, version, licence, asker];
  };
  return [...count(brought.map((each) => rowOf(each).join('\n'))).keys()].map((row) => row.split('\n'));
}

/** How often each text stands in a list, in the order of their first places. */
function count(texts: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')}\n`;
