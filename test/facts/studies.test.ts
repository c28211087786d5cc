/** Studies: which are ours, what the note says of each, and whose results a sentence gives. */
import { describe, expect, it } from 'vitest';
import { reportersIn, studiesIn } from './found.ts';

/** A visit for low back pain, so that a study without a region is one of the lumbar spine. */
const visit = (text: string): string =>
  `HISTORY: A 50-year-old man complains of low back pain.\nPLAN AND COURSE\n${text}`;

describe('imaging of the spine', () => {
  it.each<[what: string, text: string, studies: string[]]>([
    ['results at hand', 'MRI of the lumbar spine shows a bulge at L4-5.', ['MRI lumbar performed']],
    ['LS spine is lumbar', 'X-rays of the LS spine were reviewed.', ['X-ray lumbar performed']],
    [
      'two regions, two entries',
      'CT of the cervical and lumbar spine was normal.',
      ['CT cervical performed', 'CT lumbar performed'],
    ],
    ['one study by two names', 'EMG/nerve conduction study of the lumbar roots was normal.', ['EMG lumbar performed']],
    ['ordered', 'We will obtain an MRI of the lumbar spine.', ['MRI lumbar ordered']],
    ['advised is ordered', 'I recommended an MRI of the cervical spine.', ['MRI cervical ordered']],
    ['advised, misspelt', 'MRI of the dorsal spine is advsied.', ['MRI thoracic ordered']],
    [
      'ordered and obtained is at hand',
      'Lumbar spine films, ordered last week and taken since by our own staff here, are unremarkable.',
      ['X-ray lumbar performed'],
    ],
    ['planned for the morning', 'She is planning for a lumbar spine MRI in the morning.', ['MRI lumbar ordered']],
    ['only what may be recommended', 'Depending on this, I may recommend a CT myelogram of the lumbar spine.', []],
    ['without fluoroscopy', 'The lumbar epidural was placed without fluoroscopy.', ['fluoroscopy lumbar none']],
    ['films of a part of the spine', 'We will be getting neck and C-spine films tomorrow.', ['X-ray cervical ordered']],
    ['a lumbar puncture is no place of a study', 'MRI showed an old infarct. Lumbar puncture was normal.', []],
    ['pending is ordered', 'MRI of the lumbar spine is pending.', ['MRI lumbar ordered']],
    ['ordered to show something', 'Order lumbar MRI to confirm a herniation.', ['MRI lumbar ordered']],
    ['considered is no study', 'We may consider a lumbar MRI later.', []],
    ['conditional is no study', 'I would recommend an MRI of the lumbar spine if symptoms return.', []],
    ['not needed is no study', 'A lumbar CT is not indicated.', []],
    ['no scan possible is no study', 'Pacemaker, no MRI possible. Back pain.', []],
    ['not done', 'The lumbar MRI was never approved and so was not done.', ['MRI lumbar none']],
    ['not had', 'He has not had an MRI of the lumbar spine.', ['MRI lumbar none']],
    ['not taken', 'X-rays of the lumbar spine have not been taken.', ['X-ray lumbar none']],
    ['no study is none', 'No recent lumbar x-rays.', ['X-ray lumbar none']],
    ['a negative result is a result', 'MRI of the lumbar spine shows no herniation.', ['MRI lumbar performed']],
    ['seen on a study', 'No new lumbar fracture on the x-rays from last month.', ['X-ray lumbar performed']],
    ['old, named only', 'Seen 03/02/2026. MRI of the lumbar spine 2017, never seen here.', ['MRI lumbar historical']],
    ['a prior study', 'Prior lumbar MRI at another clinic. Exam 02/2026.', ['MRI lumbar historical']],
    ['to be taken is ordered', 'Lumbar films are to be taken this afternoon.', ['X-ray lumbar ordered']],
    ['booked is ordered', 'A lumbar MRI has been booked for Tuesday.', ['MRI lumbar ordered']],
    ['the author wants it', 'I would like him to have an MRI of the lumbar spine.', ['MRI lumbar ordered']],
    ['an order by its noun', 'A referral for lumbar MRI was written.', ['MRI lumbar ordered']],
    [
      'a heading whose text says that it comes',
      'Back pain.\nXRAY: lumbar films to be shot today.',
      ['X-ray lumbar ordered'],
    ],
    ['a condition without if', 'Were the pain to return, I would suggest an MRI of the lumbar spine.', []],
    ['what would have been', 'Had there been weakness I would have ordered a lumbar MRI.', []],
    ['a request is no inverted condition', 'Should have an MRI of the lumbar spine.', ['MRI lumbar ordered']],
    ['had, in short', 'Had the lumbar MRI on Monday.', ['MRI lumbar performed']],
    ['taken before tomorrow', 'Lumbar films were taken, he returns tomorrow.', ['X-ray lumbar performed']],
    ['tomorrow', 'Lumbar films tomorrow.', ['X-ray lumbar ordered']],
    ['its results talked over', 'Lumbar MRI results discussed with him.', ['MRI lumbar performed']],
    ['its results awaited', 'Lumbar MRI, results pending.', ['MRI lumbar ordered']],
    ['what it will decide', 'Order lumbar MRI. Level of the block to be decided by the MRI.', ['MRI lumbar ordered']],
    ['what it decided', 'Level of the block was decided by the lumbar MRI.', ['MRI lumbar performed']],
    ['to be gone over is at hand', 'I would like to go over his lumbar MRI.', ['MRI lumbar performed']],
    ['thought of only', 'Think about a lumbar MRI, depends on the bloods.', []],
    ['not called for', 'A lumbar MRI is not called for today.', []],
    ['had displayed', 'An earlier lumbar MRI had displayed a bulge at L4-5.', ['MRI lumbar performed']],
    [
      'an earlier one that the patient tells of',
      'Low back pain. Earlier lumbar MRI elsewhere, she says it showed a bulge.',
      ['MRI lumbar historical'],
    ],
    ['to be talked over with another', 'She was to see Dr. Bell about her lumbar MRI.', ['MRI lumbar historical']],
    [
      'the year before the study',
      'Seen 03/2026. 2019 x-ray of the lumbar spine, not to hand.',
      ['X-ray lumbar historical'],
    ],
    ['the year before what was had', 'Seen 03/02/2026. In 2019 he had a lumbar MRI.', ['MRI lumbar historical']],
    [
      'the year of something else',
      'Seen 03/02/2026. Fell in 2019, lumbar MRI shows a bulge.',
      ['MRI lumbar performed'],
    ],
    ['turned down', 'He turned down a lumbar MRI.', ['MRI lumbar none']],
    ['none, as an answer', 'Back pain.\nLumbar films: none so far.', ['X-ray lumbar none']],
    ['nobody took it', 'Nobody has ever taken lumbar x-rays.', ['X-ray lumbar none']],
    [
      'parts of the body, listed down to the spine',
      'MRIs of the pelvis, both hips and lumbar spine were normal.',
      ['MRI lumbar performed'],
    ],
    ['MR behind the region', 'Lumbar spine, MR:\nThe L4-5 disc bulges.', ['MRI lumbar performed']],
    ['a man beside a region', 'Pain in the lumbar spine, Mr. Bell says.', []],
    [
      'regions in the name itself',
      'Cervical and lumbar films show spurs.',
      ['X-ray cervical performed', 'X-ray lumbar performed'],
    ],
    ['an empty box', 'Next: _X_ exercises for the low back   ___ MRI', []],
    ['an empty bracket', 'Next: exercises for the low back   ( _ )  MRI', []],
    ['a word in brackets', 'For the low back (lumbar) MRI was done.', ['MRI lumbar performed']],
    ['a medicine', 'Low back pain. Effexor XR 75 mg daily.', []],
  ])('%s', (_what, text, studies) => {
    expect(studiesIn(text)).toEqual(studies);
  });

  it.each<[what: string, text: string, studies: string[]]>([
    ['a knee', 'MRI of the left knee showed a torn meniscus.', []],
    ['a head', 'CT of the head was normal.', []],
    ['a chest', 'Chest x-ray is clear.', []],
    ['a leg', 'An x-ray of the leg was negative.', []],
    ['no region in a note on the spine', 'X-rays were taken today.', ['X-ray lumbar performed']],
  ])('in a note on the low back, of %s', (_what, text, studies) => {
    expect(studiesIn(visit(text))).toEqual(studies);
  });

  it('gives none in a note that is not on the spine', () => {
    expect(
      studiesIn('Wrist pain after a fall. X-rays were taken and show a fracture of the radius. MRI ordered.'),
    ).toEqual([]);
  });

  it.each<[what: string, text: string, studies: string[]]>([
    ['guidance is performed', 'The needle was advanced to L4-5 under fluoroscopy.', ['fluoroscopy lumbar performed']],
    ['a film during it is performed', 'An intraoperative x-ray was obtained at L4-5.', ['X-ray lumbar performed']],
    ['EMGs that stay quiet are none', 'The EMGs stayed quiet throughout.', []],
    ['nerve monitoring is none', 'EMG and SSEP monitoring was used for the lumbar roots.', []],
  ])('in a procedure note, %s', (_what, text, studies) => {
    const opening =
      'PREOPERATIVE DIAGNOSIS: Lumbar disc herniation.\nPROCEDURE IN DETAIL: The patient was prepped and draped prone. ';
    expect(studiesIn(opening + text)).toEqual(studies);
  });
});

describe('whose results a sentence gives', () => {
  it.each<[what: string, text: string, reporters: string[]]>([
    ['a study shows', 'Lumbar MRI shows a herniation at L5-S1.', ['MRI']],
    ['the next sentence goes on', 'Lumbar MRI was reviewed. There is a bulge at L4-5.', ['MRI', 'MRI']],
    ['a speaker ends it', 'Lumbar MRI shows a bulge. I believe the bulge is old.', ['MRI', 'author']],
    ['no radiologist sees a pain', 'Lumbar MRI shows a bulge. Low back pain persists.', ['MRI', 'author']],
    ['an ordered study shows nothing yet', 'We will get a lumbar MRI. Probable herniation.', ['author', 'author']],
    ['on here', 'There is a touch of Modic change at L4-5 on here.', ['MRI']],
    ['what she does have', 'Lumbar MRI was reviewed. She does have disc degeneration.', ['MRI', 'author']],
    ['an open scan', 'The scan shows a Modic change at L4-5.', ['MRI']],
  ])('%s', (_what, text, reporters) => {
    const told = `Clinic visit, 44F. BP 120/70. She takes naproxen 500 mg daily.\n\n${text}`;
    expect(reportersIn(told).slice(-reporters.length)).toEqual(reporters);
  });

  it("takes pasted lines for the radiologist's up to the next ruler", () => {
    const text =
      'Clinic visit for low back pain, 44F. BP 120/70.\n\nCopied from the radiologist:\n* Small annular tear at L5-S1.\n----\nFollow up in 2 wk.';
    expect(reportersIn(text).slice(-2)).toEqual(['MRI', 'author']);
  });
});
