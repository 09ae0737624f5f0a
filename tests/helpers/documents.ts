import { requireProgram } from './system-programs';

/** Paths of poppler's programs, which read PDF files. */
export interface Poppler {
  readonly pdftotext: string;
  readonly pdffonts: string;
  readonly pdftoppm: string;
}

/**
 * Path of LibreOffice (`soffice`), which opens exported documents as a person's office program would; installed when there is none.
 * Two at a time need a profile each: `-env:UserInstallation=file:///…`.
 *
 * @throws Error when none can be had.
 */
export const requireOffice = (): string => requireProgram({
  program: 'soffice', variable: 'SOFFICE_PATH',
  places: [
    '/usr/lib/libreoffice/program/soffice', '/opt/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  ],
  debian: ['libreoffice-impress', 'libreoffice-calc'], brew: ['--cask', 'libreoffice'],
  advice: 'install LibreOffice (Impress and Calc) from libreoffice.org',
});

const popplerProgram = (program: keyof Poppler): string => requireProgram({
  program, variable: `${program.toUpperCase()}_PATH`, places: ['/opt/homebrew/bin', '/usr/local/bin'].map((folder) => `${folder}/${program}`),
  debian: ['poppler-utils'], brew: ['poppler'],
  advice: 'install poppler (its programs pdftotext, pdffonts and pdftoppm)',
});

/**
 * Paths of poppler's programs, installed when they are not here.
 *
 * @throws Error when they can not be had.
 */
export const requirePoppler = (): Poppler => ({ pdftotext: popplerProgram('pdftotext'), pdffonts: popplerProgram('pdffonts'), pdftoppm: popplerProgram('pdftoppm') });
