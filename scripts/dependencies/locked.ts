/**
 * package-lock.json as a graph: which packages a name brings, and under which licence. A licence is what the package.json of
 * the package says, as npm noted it in the lock file; where the package is installed here, the two must agree.
 */
import { existsSync, readFileSync } from 'node:fs';

/** One entry of `packages` in a lock file of version 3, as far as it is read here. */
interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  /** Operating systems that it is for; absent where it is for all. */
  readonly os?: readonly string[];
}

/** "node_modules/a/node_modules/b" -> its entry; "" is the project. */
export type LockEntries = Readonly<Record<string, LockEntry>>;

export interface Package {
  /** Where it lies: "node_modules/a/node_modules/b". */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** False for the build of a package for one operating system, of which npm picks one. */
  readonly isForAll: boolean;
}

/** Seen and found to allow what we do with them; another one is to be read by a person first. */
const KNOWN_LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
  'MPL-2.0',
]);

export const readLock = (root: URL): LockEntries =>
  JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')).packages;

/** @throws Error for a package without a licence, or with one that nobody has looked at */
export function packageAt(path: string, entries: LockEntries): Package {
  const { version = '', license, os } = entries[path] ?? {};
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (license === undefined || !KNOWN_LICENCES.has(license)) {
    throw new Error(
      `${name} ${version}: its licence, ${license ?? 'none stated'}, is not one that was looked at. Read it; if it allows ` +
        'the use, add it to KNOWN_LICENCES in scripts/dependencies/locked.ts, else do without the package.',
    );
  }
  return { path, name, version, licence: license, isForAll: os === undefined };
}

/** The licence that an installed package states itself differs from that of the lock file: "name: one, other". */
export function findDisagreements(entries: LockEntries, root: URL): readonly string[] {
  return Object.keys(entries).flatMap((path) => {
    const file = new URL(`${path}/package.json`, root);
    if (path === '' || !existsSync(file)) return [];
    const { license } = JSON.parse(readFileSync(file, 'utf8'));
    return license === entries[path]?.license ? [] : [`${path}: ${license}, ${entries[path]?.license}`];
  });
}

/** What is installed with these packages of the project, they themselves included; in the order of their names. */
export function treeOf(names: readonly string[], entries: LockEntries): readonly Package[] {
  const paths = new Set<string>();
  const visit = (path: string): void => {
    if (paths.has(path)) return;
    paths.add(path);
    for (const name of neededBy(entries[path] ?? {})) {
      const found = find(name, path, entries);
      if (found !== undefined) visit(found);
    }
  };
  for (const name of names) visit(`node_modules/${name}`);
  return [...paths]
    .map((path) => packageAt(path, entries))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** Optional packages are installed, optional peers are not. */
export function neededBy(entry: LockEntry): readonly string[] {
  const { dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} } = entry;
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
}

/** As Node looks for it: beside the package that asks, then further up. */
function find(name: string, from: string, entries: LockEntries): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in entries) return path;
    if (folder === '') return undefined;
  }
}
