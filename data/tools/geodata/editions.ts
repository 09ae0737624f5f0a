import { join } from 'node:path';
import { putInOsmLines } from './osm-lines';
import { formatFeatureCollection, readFeatures, writeText } from './feature-file';
import { sortWards, toWardFeature, type LineSource, type WardFeature } from './ward-features';

/** The command that makes every imported file. */
export const IMPORT_COMMAND = 'npx tsx data/tools/import-geodata.ts <source-folder>';

interface EditionSpec {
  readonly id: string;
  readonly files: readonly string[];
  readonly lineSource: LineSource;
  /** Whether the better OpenStreetMap outlines of seven wards of Hoàng Mai are put in. */
  readonly withOsmLines: boolean;
  readonly about: Readonly<Record<string, string | null>>;
}

const LICENCE_2025 =
  'MIT (repository thanglequoc/vietnamese-provinces-database); the geometry is that of the government map ' +
  'sapnhap.bando.com.vn, whose own terms of use apply and for which no explicit open licence was seen. ' +
  'Reference data, not an official boundary record.';

const EDITIONS: readonly EditionSpec[] = [
  {
    id: 'hn-hp-pre2025',
    files: ['wards-pre2025.geojson', 'wards-pre2025-haiduong.geojson'],
    lineSource: 'choisy-fitted',
    withOsmLines: true,
    about: {
      title: 'Địa giới trước ngày 01/7/2025: Hà Nội, Hải Phòng và Hải Dương cũ',
      titleEn: 'Boundaries before 1 July 2025: Hà Nội, Hải Phòng and former Hải Dương',
      effectiveFrom: '2008-08-01',
      effectiveTo: '2025-06-30',
      effectiveNote:
        '2008-08-01 is the day Hà Nội took its present extent. The list of wards is that of 2025-03-01: mergers and ' +
        'renamings between 2008 and then are not undone.',
      source:
        'choisy/censusVN2009@b1a66891 data/communes.rda (base 1:250,000 WHO/VietGIS, state 2014-2019), fitted into the ' +
        'outlines of the edition hn-hp-2025 with the succession list dvhcvn/20250701@dd94887c; units by the GSO list of 2025-03-01. ' +
        'Seven wards of Hoàng Mai (lineSource osm-historic): © OpenStreetMap contributors, relations boundary=historic of 2026-06-16, ' +
        'by way of quachthanhhung12349/Hanoi_RealEstate_Prices@0b4e23d6',
      licence:
        'ODbL 1.0 for the file as a whole, because seven wards of Hoàng Mai are © OpenStreetMap contributors; the rest: ' +
        `MIT (choisy/censusVN2009, dvhcvn/20250701). The fitted outer lines: ${LICENCE_2025}`,
      accuracyNote:
        'Against OpenStreetMap (228 wards): distance between outlines median 18 m, mean 37 m, 95th percentile 121 m. ' +
        'Lines that survive in 2025 are as good as the 2025 edition; borders between wards merged in 2025 are ' +
        '1:250,000 lines: expect 30-50 m, at times 150 m and more. The outlines of Định Công, Đại Kim, Lĩnh Nam, Thịnh Liệt, ' +
        'Trần Phú, Hoàng Liệt and Yên Sở are those of OpenStreetMap.',
    },
  },
  {
    id: 'hn-hp-2025',
    files: ['wards-2025.geojson'],
    lineSource: 'sapnhap-2025',
    withOsmLines: false,
    about: {
      title: 'Địa giới từ ngày 01/7/2025: Hà Nội và Hải Phòng',
      titleEn: 'Boundaries since 1 July 2025: Hà Nội and Hải Phòng',
      effectiveFrom: '2025-07-01',
      effectiveTo: null,
      effectiveNote: 'Changes of 30 April 2026 are not in the open data this edition was made from.',
      source:
        'thanglequoc/vietnamese-provinces-database@cd580632 json/geojson (geometry originally sapnhap.bando.com.vn, ' +
        'Ministry of Agriculture and Environment, Viet Nam; file of 2026-03-11)',
      licence: LICENCE_2025,
      accuracyNote:
        'Against OpenStreetMap (126 of 126 Hà Nội wards): distance between outlines median 4 m, mean 12 m, ' +
        '95th percentile 46 m; worst on the Red River islands (Minh Châu, Cổ Đô: up to 1.2 km).',
    },
  },
];

/** Reads the wards of one edition from the source folder, sorted by code. */
export const readWards = (sourceFolder: string, spec: Pick<EditionSpec, 'files' | 'lineSource'>): WardFeature[] =>
  sortWards(spec.files.flatMap((file) => readFeatures(join(sourceFolder, file)).map((f) => toWardFeature(f, spec.lineSource))));

function writeEdition(sourceFolder: string, dataFolder: string, spec: EditionSpec): number {
  const base = readWards(sourceFolder, spec);
  const wards = spec.withOsmLines ? sortWards(putInOsmLines(sourceFolder, base)) : base;
  const folder = join(dataFolder, 'editions', spec.id);
  const checksum = writeText(join(folder, 'wards.geojson'), formatFeatureCollection(wards));
  const edition = { id: spec.id, ...spec.about, wards: wards.length, sha256: checksum, command: IMPORT_COMMAND };
  writeText(join(folder, 'edition.json'), `${JSON.stringify(edition, null, 2)}\n`);
  return wards.length;
}

/** Writes both editions and returns the number of wards by edition id. */
export function importEditions(sourceFolder: string, dataFolder: string): Record<string, number> {
  return Object.fromEntries(EDITIONS.map((spec) => [spec.id, writeEdition(sourceFolder, dataFolder, spec)]));
}
