/**
 * Degeneration of a thoracic to lumbosacral disc: M51.3-. Below, the sixth character says which pain it gives, and
 * that rests on the record: the provider's word, else the "with" convention where nothing else could be the cause.
 */
import type { Fact } from '../../model.ts';
import { findCarried, readWith, WITH } from '../carriers.ts';
import { type Chart, isLinked } from '../chart.ts';
import { defineFamily, derived, documented } from '../family.ts';
import { explainsLowBackPain } from '../pain-causes.ts';
import { regionAmong } from '../regions.ts';
import { isCervicalDisc } from './cervical-disc.ts';

const PAINS = ['back-pain', 'leg-pain', 'back-and-leg-pain', 'none-stated'] as const;
type Pain = (typeof PAINS)[number];

function toPain(back: boolean, leg: boolean): Pain {
  if (back && leg) return 'back-and-leg-pain';
  if (back) return 'back-pain';
  return leg ? 'leg-pain' : 'none-stated';
}

/** The pains of this record that the disc may give: complaints count, since M51.369 says "without mention". */
function readPain(disc: Fact, chart: Chart): Pain | undefined {
  const stated = PAINS.find((pain) => pain !== 'none-stated' && disc.detail.includes(pain));
  if (stated) return stated;
  const { note, elements, facts } = chart.findings;
  // The radiologist's "back pain" is the reason for the study, not a diagnosis of the interpretation.
  if (note.kind === 'imaging-report') return 'none-stated';
  const pains = facts.filter((f) => f.condition === 'low-back-pain' && f.status === 'present');
  const leg = elements.some((e) => e.kind === 'leg-pain' && e.status === 'present');
  if (isLinked(chart, 'low-back-pain', 'disc-degeneration')) return toPain(true, leg);
  const elsewhere =
    isLinked(chart, 'low-back-pain', 'disc-degeneration', 'absent') ||
    pains.some((f) => f.detail.includes('vertebrogenic')) ||
    chart.linkages.some((l) => l.from === 'low-back-pain' && l.status === 'present');
  const back = pains.length > 0 && !elsewhere;
  if (!back && !leg) return 'none-stated';
  const rival = chart.facts.some((f) => f.condition !== 'disc-degeneration' && explainsLowBackPain(f));
  // "Lumbar DDD. Facet arthropathy. Chronic low back pain.": either may hurt. Leg pain alone is the rival's to explain.
  if (rival) return back ? undefined : 'none-stated';
  return toPain(back, leg);
}

export const discDegeneration = defineFamily({
  id: 'disc-degeneration',
  name: 'Disc degeneration',
  conditions: ['disc-degeneration'],
  takes: (fact) => !isCervicalDisc(fact),
  companions: findCarried,
  axes: [
    documented('region', ['thoracic', 'thoracolumbar', 'lumbar', 'lumbosacral'], {
      asks: 'herniation-level',
      why: 'The code names the region of the disc; without it only M51.9 is left, which is not reported unasked.',
      read: (fact) => regionAmong(fact, ['thoracic', 'thoracolumbar', 'lumbar', 'lumbosacral']),
    }),
    derived('with', WITH, readWith),
    documented('pain', PAINS, {
      asks: 'disc-degeneration-pain',
      why: 'The sixth character of M51.36- and M51.37- says whether the disc gives back pain, leg pain, both or neither.',
      read: readPain,
    }),
  ],
  tables: [
    {
      fromYear: 2016,
      cells: {
        thoracic: {
          neither: 'M51.34',
          radiculopathy: 'M51.14',
          myelopathy: 'M51.04',
          'radiculopathy and myelopathy': ['M51.04', 'M51.14'],
        },
        thoracolumbar: {
          neither: 'M51.35',
          radiculopathy: 'M51.15',
          myelopathy: 'M51.05',
          'radiculopathy and myelopathy': ['M51.05', 'M51.15'],
        },
        lumbar: {
          neither: 'M51.36',
          radiculopathy: 'M51.16',
          myelopathy: 'M51.06',
          'radiculopathy and myelopathy': ['M51.06', 'M51.16'],
        },
        lumbosacral: {
          neither: 'M51.37',
          radiculopathy: 'M51.17',
          myelopathy: 'M51.37',
          'radiculopathy and myelopathy': 'M51.17',
        },
        undocumented: { unconfirmed: ['M51.9'] },
      },
    },
    {
      fromYear: 2025,
      cells: {
        thoracic: {
          neither: 'M51.34',
          radiculopathy: 'M51.14',
          myelopathy: 'M51.04',
          'radiculopathy and myelopathy': ['M51.04', 'M51.14'],
        },
        thoracolumbar: {
          neither: 'M51.35',
          radiculopathy: 'M51.15',
          myelopathy: 'M51.05',
          'radiculopathy and myelopathy': ['M51.05', 'M51.15'],
        },
        lumbar: {
          neither: {
            'back-pain': 'M51.360',
            'leg-pain': 'M51.361',
            'back-and-leg-pain': 'M51.362',
            'none-stated': 'M51.369',
            undocumented: 'M51.369',
          },
          radiculopathy: 'M51.16',
          myelopathy: 'M51.06',
          'radiculopathy and myelopathy': ['M51.06', 'M51.16'],
        },
        lumbosacral: {
          neither: {
            'back-pain': 'M51.370',
            'leg-pain': 'M51.371',
            'back-and-leg-pain': 'M51.372',
            'none-stated': 'M51.379',
            undocumented: 'M51.379',
          },
          radiculopathy: 'M51.17',
          myelopathy: 'M51.379',
          'radiculopathy and myelopathy': 'M51.17',
        },
        undocumented: { unconfirmed: ['M51.9'] },
      },
    },
  ],
  cites: [
    'ICD-10-CM Tabular, M51.1-, M51.3-; six characters at M51.36- and M51.37- since 2024-10-01',
    'ICD-10-CM Official Guidelines, Section I.A.15: "with" presumes the link',
  ],
});
