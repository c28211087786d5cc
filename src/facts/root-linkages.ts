/** "Herniated disc with radiculopathy", "facet syndrome with low back pain": what a diagnosis is said to come with is its doing. */
import type { Linkage } from '../model.ts';
import type { Finding } from './findings.ts';
import { isCause, type LinkSite, linkageOf, PAINS, partyOf, ROOT_CAUSES, ROOTS } from './link-site.ts';

const WITH_REACH = 10;

const ROOT_REACH = 6;

export function withRoot(site: LinkSite): Linkage[] {
  const roots: Finding[] = [];
  for (const finding of site.own) {
    if (!(ROOTS.has(finding.condition) || PAINS.has(finding.condition)) || finding.status === 'absent') continue;
    const from = roots.at(-1)?.candidate.last ?? site.link.last;
    if (finding.candidate.first < from || finding.candidate.first - from > ROOT_REACH) continue;
    // "with radiculopathy and cord compression": what is listed comes with it, too
    if (roots.length === 0 || LISTED.test(textBetween(site, from, finding.candidate.first))) roots.push(finding);
  }
  return roots.flatMap((root) => withCauses(site, root));
}

const LISTED = /^(?:,|&|\s|\band\b)+(?:\w+\s+){0,3}$/;

const textBetween = ({ note }: LinkSite, first: number, last: number): string =>
  note.text.slice(note.tokens.end[first - 1], note.tokens.start[last]);

function withCauses(site: LinkSite, root: Finding): Linkage[] {
  const { note, link, own } = site;
  const causes = own.filter(
    (finding) =>
      isCause(finding) &&
      (PAINS.has(root.condition) ? finding.condition === 'other-dorsopathy' : ROOT_CAUSES.has(finding.condition)) &&
      ((finding.candidate.last <= link.first && link.first - finding.candidate.last <= WITH_REACH) ||
        (finding.candidate.first >= link.last && finding.candidate.last <= root.candidate.first)),
  );
  const joined = causes.filter(
    (finding) => finding.status !== 'absent' && !/[.;:]\s/.test(textBetween(site, finding.candidate.last, link.first)),
  );
  const nearest = joined.at(-1);
  if (!nearest) return [];
  const listed = joined.filter(
    (finding) =>
      finding === nearest ||
      /^[^.;:]*(,|\/|\band\b|\bwith\b|&)/.test(textBetween(site, finding.candidate.last, nearest.candidate.first)),
  );
  return listed.map((finding) =>
    linkageOf(
      note,
      partyOf(root),
      partyOf(finding),
      finding.status === 'uncertain' || root.status === 'uncertain' ? 'uncertain' : 'present',
    ),
  );
}
