import { createRequire } from 'node:module';

/** Files of a family of fonts. */
export interface FontFiles {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

/**
 * Tinos, with the metrics of Times New Roman that NĐ 30/2020 asks for and all Vietnamese letters (SIL Open Font License 1.1).
 * The files lie in the package as they are; PDF files carry only the letters they use.
 */
export function tinosFiles(): FontFiles {
  const { resolve } = createRequire(import.meta.url);
  const file = (style: string): string => resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`);
  return { normal: file('400Regular'), bold: file('700Bold'), italics: file('400Regular_Italic'), bolditalics: file('700Bold_Italic') };
}
