/** Told how far a long computation is, 0 to 1; answers false to stop it. */
export type Progress = (share: number) => boolean;
