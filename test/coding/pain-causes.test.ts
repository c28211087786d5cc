/** What is a definite cause of spinal pain, and of which pain: by condition, by words, by place. */
import { describe, expect, it, test } from 'vitest';
import { explainsLowBackPain, explainsPain, isCodedElsewhere, isMyofascial } from '../../src/coding/pain-causes.ts';
import { CONDITIONS, REGIONS } from '../../src/model.ts';
import { readShortForm } from './short-form.ts';

const fact = (line: string) => readShortForm([line]).facts[0]!;

const PAINS = ['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain'] as const;

describe('causes', () => {
  const STRUCTURAL = [
    'annulus-fibrosus-defect disc-herniation disc-bulge disc-degeneration spondylosis spinal-stenosis spondylolisthesis',
    'spondylolysis spinal-instability postlaminectomy-syndrome sacroiliac-disorder discitis vertebral-fracture',
    'other-dorsopathy',
  ].join(' ');

  it('are what can hurt by itself: no symptom, no muscle, no nameless dorsopathy, no bare endplate change', () => {
    const causes = CONDITIONS.filter((condition) => explainsLowBackPain(fact(`${condition} lumbar`)));
    expect(new Set(causes)).toEqual(new Set(STRUCTURAL.split(' ')));
    const explaining = CONDITIONS.filter((condition) => explainsPain(fact(`${condition} lumbar`), fact('back-pain')));
    expect(new Set(explaining)).toEqual(new Set(STRUCTURAL.split(' ')));
  });

  test.each([
    ['low-back-pain', 'thoracolumbar lumbar lumbosacral sacral unspecified'],
    ['neck-pain', 'cervical cervicothoracic unspecified'],
    ['thoracic-back-pain', 'cervicothoracic thoracic thoracolumbar unspecified'],
    ['back-pain', REGIONS.join(' ')],
    ['radiculopathy', ''],
  ])('of %s lie at: %s', (pain, places) => {
    const found = REGIONS.filter((region) => explainsPain(fact(`spondylosis ${region}`), fact(pain)));
    expect(found.join(' ')).toBe(places);
  });

  it('of low back pain lie in the low back', () => {
    const found = REGIONS.filter((region) => explainsLowBackPain(fact(`spondylosis ${region}`)));
    expect(found.join(' ')).toBe('thoracolumbar lumbar lumbosacral sacral unspecified');
  });
});

describe('named dorsopathies', () => {
  test.each<[words: string, kind: 'cause' | 'muscle' | 'elsewhere']>([
    ['facet syndrome', 'cause'],
    ['Baastrup disease', 'cause'],
    ['Bertolotti syndrome with a transitional vertebra', 'cause'],
    ['relaxed posture syndrome', 'cause'],
    ['myofascial pain', 'muscle'],
    ['Fibromyositis', 'muscle'],
    ['trapezius muscle pain', 'muscle'],
    ['muscular strain pattern', 'muscle'],
    ['ligamentous laxity', 'elsewhere'],
    ['lax ligaments', 'elsewhere'],
    ['Transitional vertebra', 'elsewhere'],
    ['lumbarized S1', 'elsewhere'],
    ['lumbarisation of S1', 'elsewhere'],
    ['sacralized L5', 'elsewhere'],
    ['sacralisation', 'elsewhere'],
  ])('%s: %s', (words, kind) => {
    const dorsopathy = fact(`other-dorsopathy lumbar "${words}"`);
    expect([isMyofascial(dorsopathy), isCodedElsewhere(dorsopathy)]).toEqual([kind === 'muscle', kind === 'elsewhere']);
    expect(explainsLowBackPain(dorsopathy)).toBe(kind === 'cause');
    for (const pain of PAINS.filter((each) => each === 'low-back-pain' || each === 'back-pain'))
      expect(explainsPain(dorsopathy, fact(pain))).toBe(kind === 'cause');
  });

  test.each([
    'muscle pain',
    'lax ligaments',
    'transitional vertebra',
  ])('"%s" of another condition is no such name', (words) => {
    const spondylosis = fact(`spondylosis lumbar "${words}"`);
    expect([isMyofascial(spondylosis), isCodedElsewhere(spondylosis)]).toEqual([false, false]);
    expect(explainsLowBackPain(spondylosis)).toBe(true);
  });
});
