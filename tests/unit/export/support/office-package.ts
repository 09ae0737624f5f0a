import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { posix } from 'node:path';
import { readArchive } from '../../../../lib/export/archive/rewrite-archive';

const decoder = new TextDecoder();

/** An archive of an office program as texts by name. */
export const readTexts = (bytes: Uint8Array): ReadonlyMap<string, string> => new Map(readArchive(bytes).map(({ name, bytes: content }) => [name, decoder.decode(content)]));

/** Bytes of one file of an archive. */
export const readPart = (bytes: Uint8Array, name: string): Uint8Array => readArchive(bytes).find((one) => one.name === name)!.bytes;

/** What would make an office program offer a repair: XML that is none, types of parts that are not there, parts without one, relations that lead nowhere. */
export function packageFaults(bytes: Uint8Array): readonly string[] {
  const texts = readTexts(bytes);
  const faults: string[] = [];
  for (const [name, text] of texts) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    try {
      new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
    if (!name.endsWith('.rels')) continue;
    const folder = posix.dirname(posix.dirname(name));
    for (const [, target = ''] of text.matchAll(/<Relationship [^>]*?Target="([^"]*)"(?![^>]*TargetMode="External")/g)) {
      const path = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));
      if (!texts.has(path)) faults.push(`${name} → ${path}`);
    }
  }
  const types = texts.get('[Content_Types].xml') ?? '';
  const named = new Set([...types.matchAll(/PartName="\/([^"]*)"/g)].map(([, part = '']) => part));
  const endings = new Set([...types.matchAll(/Extension="([^"]*)"/g)].map(([, ending = '']) => ending));
  for (const part of named) if (!texts.has(part)) faults.push(`type of ${part}, which is not there`);
  for (const name of texts.keys()) if (name !== '[Content_Types].xml' && !named.has(name) && !endings.has(name.split('.').at(-1)!)) faults.push(`${name} has no type`);
  return faults;
}

const unescape = (text: string): string => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: '\'', amp: '&' })[name]!);

/** The texts of XML, run after run. */
export const textsOf = (xml: string, tag = 'a:t'): readonly string[] => [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) => unescape(text));

/** The cells of a sheet by row, from column A on: numbers as numbers, texts as texts, nothing where a cell says nothing. */
export function readSheet(texts: ReadonlyMap<string, string>, sheet: string): readonly (readonly (string | number | null)[])[] {
  const strings = [...(texts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) => textsOf(item, 't').join(''));
  return [...texts.get(sheet)!.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells: (string | number | null)[] = [];
    for (const [, column = '', more = '', value = ''] of row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const place = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const held = /<v>([^<]*)<\/v>/.exec(value)?.[1];
      while (cells.length < place) cells.push(null);
      cells.push(held === undefined || held === '' ? null : more.includes('t="s"') ? strings[Number(held)]! : Number(held));
    }
    return cells;
  });
}
