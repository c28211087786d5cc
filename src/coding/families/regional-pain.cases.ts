/** Neck, thoracic and unplaced back pain. */
import type { Case } from '../case.ts';

export const cases: readonly Case[] = [
  { says: 'neck pain', given: ['neck-pain chronic'], codes: 'M54.2' },
  { says: 'neck pain, duration open', given: ['neck-pain'], codes: 'M54.2', gaps: 'pain-duration' },
  {
    says: 'neck pain, explained and not listed',
    given: ['neck-pain chronic @history', 'spondylosis cervical'],
    codes: 'M47.812',
    excluded: 'M54.2',
  },
  {
    says: 'neck pain, explained, and on a film as well: still excluded, and not unconfirmed beside it',
    given: [
      'neck-pain imaging cervical vertebrogenic',
      'neck-pain chronic @history',
      'annulus-fibrosus-defect cervical',
      'note on 2021-01-01',
    ],
    codes: '',
    excluded: 'M54.2',
  },
  {
    says: 'neck pain, listed beside spondylosis',
    given: ['neck-pain chronic', 'spondylosis cervical'],
    codes: 'M47.812 M54.2',
  },
  {
    says: 'neck pain is not explained by the low back',
    given: ['neck-pain chronic @history', 'spondylosis lumbar'],
    codes: 'M47.816 M54.2',
  },
  { says: 'thoracic pain', given: ['thoracic-back-pain acute'], codes: 'M54.6' },
  {
    says: 'thoracic pain and a thoracic disc',
    given: ['thoracic-back-pain acute', 'disc-herniation thoracic T7-T8'],
    codes: 'M51.24',
    excluded: 'M54.6',
  },
  { says: 'back pain, no part: asked', given: ['back-pain chronic'], codes: 'M54.9', gaps: 'pain-specificity' },
  {
    says: 'back pain, and low back pain named as well',
    given: ['back-pain chronic', 'low-back-pain chronic'],
    codes: 'M54.50',
    excluded: 'M54.9',
    gaps: 'pain-specificity',
  },
  {
    says: 'back pain told in the history of a fracture',
    given: ['back-pain chronic @history', 'vertebral-fracture lumbar L5'],
    codes: '',
    excluded: 'M54.9',
  },
  {
    says: 'neck and low back',
    given: ['neck-pain chronic', 'low-back-pain chronic'],
    codes: 'M54.2 M54.50',
    gaps: 'pain-specificity',
  },
  {
    says: 'back pain of no part, listed beside a lumbar disc',
    given: ['back-pain chronic', 'disc-herniation lumbar L4-L5'],
    codes: 'M51.26',
    excluded: 'M54.9',
  },
  {
    says: 'back pain of no part, listed beside stenosis',
    given: ['back-pain chronic', 'spinal-stenosis lumbar without-claudication'],
    codes: 'M48.061 M54.9',
  },
];
