/** What happens to a patient's record over time: short notes in, the findings that they must and must not give. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Encounter, type ReviewFinding, reviewEncounters } from '../../src/encounters/index.ts';
import { type Analyzer, createAnalyzer } from '../../src/index.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

type Visit = readonly [date: string | null, text: string, codes?: readonly string[]];

const encountersOf = (visits: readonly Visit[], patient = 'p1'): readonly Encounter[] =>
  visits.map(([date, text, codes], index) => ({ patient, date, text, codes: codes ?? null, line: index + 1 }));

const review = (visits: readonly Visit[]) => {
  const [only] = reviewEncounters(encountersOf(visits), analyzer);
  if (!only) throw new Error('no patient');
  return only;
};

const OVER_TIME = (each: ReviewFinding) => !each.kind.startsWith('query-');
/** "kind 2026-01-01 2026-02-01". */
const short = ({ kind, encounters }: ReviewFinding): string => [kind, ...encounters.map(({ date }) => date)].join(' ');

const PAIN = 'Assessment: Low back pain.';
const LONG_PLAN =
  'Assessment: Chronic low back pain, worse with sitting and better with walking, no red flags, weight stable, sleep fair, tablets as needed.';

interface Row {
  readonly says: string;
  readonly visits: readonly Visit[];
  /** Findings over time; those of questions are tested apart. */
  readonly gives: readonly string[];
}

const REPEATED: readonly Row[] = [
  {
    says: 'third visit',
    visits: [
      ['2026-10-01', PAIN],
      ['2026-11-01', PAIN],
      ['2026-12-01', PAIN],
    ],
    gives: ['unspecified-repeated 2026-10-01 2026-12-01'],
  },
  {
    says: 'second visit is early',
    visits: [
      ['2026-10-01', PAIN],
      ['2026-11-01', PAIN],
    ],
    gives: [],
  },
  {
    says: 'third visit names the character',
    visits: [
      ['2026-10-01', PAIN],
      ['2026-11-01', PAIN],
      ['2026-12-01', 'Assessment: Mechanical low back pain.'],
    ],
    gives: [],
  },
  {
    says: 'a resolved pain begins anew',
    visits: [
      ['2026-10-01', PAIN],
      ['2026-11-01', 'Assessment: Low back pain has resolved.'],
      ['2026-12-01', PAIN],
      ['2026-12-20', PAIN],
    ],
    gives: [],
  },
  {
    says: 'half a year without it begins anew',
    visits: [
      ['2025-10-01', PAIN],
      ['2025-11-01', PAIN],
      ['2026-12-01', PAIN],
    ],
    gives: [],
  },
  {
    says: 'as sent on the claim',
    visits: [
      ['2026-10-01', PAIN, ['M54.50']],
      ['2026-11-01', PAIN, ['M54.50']],
      ['2026-12-01', PAIN, ['M54.50']],
    ],
    gives: ['unspecified-repeated 2026-10-01 2026-12-01'],
  },
];

const CHANGED: readonly Row[] = [
  {
    says: 'same words, another code on the claim',
    visits: [
      ['2026-10-01', PAIN, ['M54.50']],
      ['2026-11-01', PAIN, ['M54.59']],
    ],
    gives: ['code-changed 2026-10-01 2026-11-01'],
  },
  {
    says: 'the cause is no more named',
    visits: [
      ['2026-10-01', 'Assessment: Vertebrogenic low back pain.'],
      ['2026-11-01', PAIN],
    ],
    gives: ['code-changed 2026-10-01 2026-11-01'],
  },
  {
    says: 'the provider now names the cause',
    visits: [
      ['2026-10-01', PAIN],
      ['2026-11-01', 'Assessment: Vertebrogenic low back pain.'],
    ],
    gives: [],
  },
  {
    says: 'a diagnosis becomes its symptom',
    visits: [
      ['2026-10-01', 'Assessment: L4-5 disc herniation.'],
      ['2026-11-01', PAIN],
    ],
    gives: ['code-changed 2026-10-01 2026-11-01'],
  },
  {
    says: 'the diagnosis has resolved',
    visits: [
      ['2026-10-01', 'Assessment: Left sciatica.'],
      ['2026-11-01', 'Assessment: Sciatica has resolved. Low back pain.'],
    ],
    gives: [],
  },
  {
    says: 'the same codes',
    visits: [
      ['2026-10-01', PAIN],
      ['2026-11-01', PAIN],
    ],
    gives: [],
  },
];

const KEPT: readonly Row[] = [
  {
    says: 'imaging has moved on',
    visits: [
      ['2026-10-01', PAIN],
      ['2026-11-01', `MRI lumbar spine: disc herniation L5-S1.\n${PAIN}`],
    ],
    gives: ['unspecified-kept 2026-10-01 2026-11-01'],
  },
  {
    says: 'a report of its own',
    visits: [
      ['2026-10-01', PAIN],
      [
        '2026-10-15',
        'EXAM: MRI lumbar spine without contrast\nFINDINGS: L5-S1: Disc protrusion.\nIMPRESSION: Disc protrusion at L5-S1.',
      ],
      ['2026-11-01', PAIN],
    ],
    gives: ['unspecified-kept 2026-10-01 2026-10-15 2026-11-01'],
  },
  {
    says: 'the assessment has moved on, the claim has not',
    visits: [
      ['2026-10-01', PAIN, ['M54.50']],
      ['2026-11-01', 'Assessment: Vertebrogenic low back pain.', ['M54.50']],
    ],
    gives: ['unspecified-kept 2026-10-01 2026-11-01'],
  },
  {
    says: 'known from the first visit on',
    visits: [
      ['2026-10-01', `MRI lumbar spine: disc bulge L4-5.\n${PAIN}`],
      ['2026-11-01', `MRI lumbar spine: disc bulge L4-5.\n${PAIN}`],
    ],
    gives: [],
  },
  {
    says: 'another part of the spine',
    visits: [
      ['2026-10-01', PAIN],
      ['2026-11-01', `MRI cervical spine: disc herniation C5-6.\n${PAIN}`],
    ],
    gives: [],
  },
];

const CARRIED: readonly Row[] = [
  {
    says: 'a long assessment copied',
    visits: [
      ['2026-10-01', LONG_PLAN],
      ['2026-11-01', LONG_PLAN],
    ],
    gives: ['copied-forward 2026-10-01 2026-11-01'],
  },
  {
    says: 'a short one is only the same',
    visits: [
      ['2026-10-01', PAIN],
      ['2026-11-01', PAIN],
    ],
    gives: [],
  },
  {
    says: 'problem list not updated',
    visits: [
      ['2026-10-01', `Problem list: M54.50.\n${PAIN}`],
      ['2026-11-01', 'Problem list: M54.50.\nMRI reviewed.\nAssessment: Disc herniation L5-S1.'],
    ],
    gives: ['problem-list-outdated 2026-10-01 2026-11-01'],
  },
  {
    says: 'retired code listed on',
    visits: [
      ['2026-10-01', `Problem list: LBP M54.5.\n${PAIN}`],
      ['2026-11-01', `Problem list: LBP M54.5.\n${PAIN}`],
    ],
    gives: ['retired-code-listed 2026-10-01 2026-11-01'],
  },
];

const CONTRADICTED: readonly Row[] = [
  {
    says: 'level',
    visits: [
      ['2026-10-01', 'Assessment: Disc herniation L3-4.'],
      ['2026-11-01', 'Assessment: Disc herniation L5-S1.'],
    ],
    gives: ['code-changed 2026-10-01 2026-11-01', 'contradicts-earlier 2026-10-01 2026-11-01'],
  },
  {
    says: 'side',
    visits: [
      ['2026-10-01', 'Assessment: L4-5 disc herniation with left sciatica.'],
      ['2026-11-01', 'Assessment: L4-5 disc herniation with right sciatica.'],
    ],
    gives: ['contradicts-earlier 2026-10-01 2026-11-01'],
  },
  {
    says: 'size',
    visits: [
      ['2026-10-01', 'Assessment: Small annular tear L5-S1.'],
      ['2026-11-01', 'Assessment: Large annular tear L5-S1.'],
    ],
    gives: ['code-changed 2026-10-01 2026-11-01', 'contradicts-earlier 2026-10-01 2026-11-01'],
  },
  {
    says: 'status',
    visits: [
      ['2026-10-01', 'Assessment: Lumbar spinal stenosis L4-5.'],
      ['2026-11-01', 'Assessment: Low back pain. No spinal stenosis L4-5.'],
    ],
    gives: ['contradicts-earlier 2026-10-01 2026-11-01'],
  },
  {
    says: 'a new study explains another level',
    visits: [
      ['2026-10-01', 'Assessment: Disc herniation L3-4.'],
      ['2026-11-01', 'MRI lumbar spine today: disc herniation L5-S1.\nAssessment: Disc herniation L5-S1.'],
    ],
    gives: [],
  },
  {
    says: 'one level more',
    visits: [
      ['2026-10-01', 'Assessment: Disc herniation L4-5.'],
      ['2026-11-01', 'Assessment: Disc herniation L4-5 and L5-S1.'],
    ],
    gives: [],
  },
];

const SEVENTH: readonly Row[] = [
  {
    says: 'A at a second visit',
    visits: [
      ['2026-10-01', 'Assessment: Lumbar strain.'],
      ['2026-11-01', 'Assessment: Lumbar strain, improving.'],
    ],
    gives: ['initial-encounter-repeated 2026-10-01 2026-11-01'],
  },
  {
    says: 'D at the second visit',
    visits: [
      ['2026-10-01', 'Assessment: Lumbar strain.'],
      ['2026-11-01', 'Assessment: Lumbar strain, subsequent encounter.'],
    ],
    gives: [],
  },
  {
    says: 'a new injury a year later',
    visits: [
      ['2025-10-10', 'Assessment: Lumbar strain.'],
      ['2026-11-01', 'Assessment: Lumbar strain.'],
    ],
    gives: [],
  },
];

describe.each<[string, readonly Row[]]>([
  ['M54.50 at a third or later visit', REPEATED],
  ['codes that change', CHANGED],
  ['unspecified codes that stay', KEPT],
  ['what is carried forward', CARRIED],
  ['contradictions', CONTRADICTED],
  ['the 7th character', SEVENTH],
])('%s', (_name, rows) => {
  it.each(rows)('$says', ({ visits, gives }) => {
    expect(review(visits).findings.filter(OVER_TIME).map(short)).toEqual(gives);
  });
});

describe('every finding', () => {
  const all = [REPEATED, CHANGED, KEPT, CARRIED, CONTRADICTED, SEVENTH].flat();
  it('rests on two encounters at least, and quotes exact slices of their notes', () => {
    for (const { visits } of all) {
      for (const { encounters } of review(visits).findings) {
        expect(encounters.length).toBeGreaterThan(1);
        for (const { line, evidence } of encounters) {
          const text = visits[(line ?? 0) - 1]?.[1] ?? '';
          for (const quote of evidence) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
        }
      }
    }
  });

  it('does not depend on the order of the file', () => {
    for (const { visits } of all) {
      const days = new Set(visits.map(([date]) => date));
      if (days.size < visits.length) continue;
      expect(review([...visits].reverse()).findings.map(short)).toEqual(review(visits).findings.map(short));
    }
  });

  it('shows both notes of the side', () => {
    const { findings } = review(CONTRADICTED[1]?.visits ?? []);
    const quotes = findings.flatMap(({ encounters }) => encounters.map(({ evidence }) => evidence[0]?.text ?? ''));
    expect(quotes[0]).toContain('left sciatica');
    expect(quotes[1]).toContain('right sciatica');
  });

  it('measures what is copied', () => {
    const found = review([
      ['2026-10-01', LONG_PLAN],
      ['2026-11-01', LONG_PLAN],
    ]).findings.find(({ copied }) => copied);
    expect(found?.copied?.assessment).toBe(1);
  });
});

describe('questions over time', () => {
  const TEAR = 'MRI reviewed.\nAssessment: Annular tear at L5-S1.';
  it.each<[string, readonly Visit[], string, string]>([
    [
      'still open',
      [
        ['2026-10-01', TEAR],
        ['2026-11-01', TEAR],
      ],
      'annular-defect-size/lumbosacral',
      'open',
    ],
    [
      'answered',
      [
        ['2026-10-01', TEAR],
        ['2026-11-01', 'MRI reviewed.\nAssessment: Small annular tear at L5-S1.'],
      ],
      'annular-defect-size/lumbosacral',
      'answered',
    ],
    [
      'not taken up again',
      [
        ['2026-10-01', TEAR],
        ['2026-11-01', 'Assessment: Neck pain, chronic.'],
      ],
      'annular-defect-size/lumbosacral',
      'lapsed',
    ],
    [
      'answered by the side',
      [
        ['2026-10-01', 'Assessment: Sciatica.'],
        ['2026-11-01', 'Assessment: Left sciatica.'],
      ],
      'sciatica-laterality/lumbar',
      'answered',
    ],
  ])('%s', (_name, visits, id, state) => {
    const { queries, findings } = review(visits);
    const query = queries.find((each) => each.id.startsWith(id.split('/')[0] ?? id));
    expect(query?.state).toBe(state);
    const told = findings.filter(({ kind }) => kind.startsWith('query-')).map(({ kind }) => kind);
    expect(told.includes('query-answered')).toBe(state === 'answered');
    expect(told.includes('query-open')).toBe(state === 'open');
  });
});

describe('records that are not in order', () => {
  const kinds = (visits: readonly Visit[]) => review(visits).problems.map(({ kind }) => kind);
  it.each<[string, readonly Visit[], readonly string[], number]>([
    [
      'in order',
      [
        ['2026-10-01', PAIN],
        ['2026-11-01', LONG_PLAN],
      ],
      [],
      2,
    ],
    [
      'out of order',
      [
        ['2026-11-01', PAIN],
        ['2026-10-01', LONG_PLAN],
      ],
      ['out-of-order'],
      2,
    ],
    [
      'the same note twice',
      [
        ['2026-10-01', PAIN],
        ['2026-10-01', ` ${PAIN}`],
      ],
      ['duplicate'],
      1,
    ],
    [
      'two notes of one day',
      [
        ['2026-10-01', PAIN],
        ['2026-10-01', LONG_PLAN],
      ],
      ['same-day'],
      2,
    ],
    [
      'no date',
      [
        ['2026-10-01', PAIN],
        [null, LONG_PLAN],
      ],
      ['undated'],
      1,
    ],
  ])('%s', (_name, visits, problems, dated) => {
    expect(kinds(visits)).toEqual(problems);
    expect(review(visits).timeline).toHaveLength(dated);
  });

  it('a repeat is no third visit', () => {
    const visits: readonly Visit[] = [
      ['2026-10-01', PAIN],
      ['2026-11-01', PAIN],
      ['2026-11-01', PAIN],
    ];
    expect(review(visits).findings.map(({ kind }) => kind)).not.toContain('unspecified-repeated');
  });

  it('patients that are mixed are told apart', () => {
    const [a, b] = [
      encountersOf(
        [
          ['2026-10-01', PAIN],
          ['2026-11-01', PAIN],
        ],
        'a',
      ),
      encountersOf([['2026-12-01', PAIN]], 'b'),
    ];
    const reviews = reviewEncounters(
      [a[0], b[0], a[1]].filter((each) => each !== undefined),
      analyzer,
    );
    expect(reviews.map(({ patient, timeline }) => `${patient} ${timeline.length}`)).toEqual(['a 2', 'b 1']);
    expect(reviews.flatMap(({ findings }) => findings.map(({ kind }) => kind))).not.toContain('unspecified-repeated');
  });
});
