import fc from 'fast-check';

/**
 * Properties are tried on the same inputs in every run, so that a run says something about the change it is run for.
 * `FC_SEED=<integer>` tries others, `FC_SEED=random` new ones each time; a failure names its seed.
 */
const { FC_SEED: wanted } = process.env;
if (wanted !== 'random') fc.configureGlobal({ seed: wanted === undefined ? 20_261_128 : Number(wanted) });
