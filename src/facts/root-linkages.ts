/** "Herniated disc with radiculopathy", "facet syndrome with low back pain": what a diagnosis is said to come with is its doing. */
import type { Linkage } from '../model.ts';
import { isCause, type LinkSite, linkageOf, PAINS, partyOf, ROOT_CAUSES, ROOTS } from './link-site.ts';

const WITH_REACH = 10;

const ROOT_REACH = 6;

export function withRoot({ note, link, own }: LinkSite): Linkage[] {
  const root = own.find(
    (finding) =>
      (ROOTS.has(finding.condition) || PAINS.has(finding.condition)) &&
      finding.candidate.first >= link.last &&
      finding.candidate.first - link.last <= ROOT_REACH,
  );
  if (!root || root.status === 'absent') return [];
  const between = (first: number, last: number): string =>
    note.text.slice(note.tokens.end[first - 1], note.tokens.start[last]);
  const causes = own.filter(
    (finding) =>
      isCause(finding) &&
      (PAINS.has(root.condition) ? finding.condition === 'other-dorsopathy' : ROOT_CAUSES.has(finding.condition)) &&
      ((finding.candidate.last <= link.first && link.first - finding.candidate.last <= WITH_REACH) ||
        (finding.candidate.first >= link.last && finding.candidate.last <= root.candidate.first)),
  );
  const joined = causes.filter(
    (finding) => finding.status !== 'absent' && !/[.;:]\s/.test(between(finding.candidate.last, link.first)),
  );
  const nearest = joined.at(-1);
  if (!nearest) return [];
  const listed = joined.filter(
    (finding) =>
      finding === nearest ||
      /^[^.;:]*(,|\/|\band\b|\bwith\b|&)/.test(between(finding.candidate.last, nearest.candidate.first)),
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
