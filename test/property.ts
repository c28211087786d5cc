/**
 * fast-check on one seed, so that a change of ours turns a run red and never chance. Other seeds are drawn by whoever
 * looks for more: `FC_SEED=7 npx vitest run test/coding`.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20261121) });

export default fc;
