import type { Regulation, WardName } from '@/lib/domain/boundary';
import { CLOCK_STEPS } from '@/lib/domain/regulation';
import { formatDuration } from '@/lib/format/format-duration';
import { formatMetres } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Language } from '@/lib/format/language';
import type { Messages } from '@/lib/messages/messages';

/** One thing that a version of a regulation has otherwise than another. */
export interface RegulationChange {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

interface Wording {
  readonly messages: Messages;
  readonly language: Language;
  readonly members: readonly WardName[];
}

const nameOf = (code: string, { members, language }: Wording): string => {
  const found = members.find((ward) => ward.code === code);
  return found === undefined ? code : formatWardInSentence(found.name, language);
};

const pairKey = (wards: readonly string[]): string => [...wards].sort().join('/');

/** The lines a version of a regulation consists of, by what they are about. */
export function listRegulationLines({ borderWidthMetres, rules }: Regulation, wording: Wording): ReadonlyMap<string, { readonly what: string; readonly value: string }> {
  const { messages, language } = wording;
  const { clusters: texts } = messages;
  const { regulation } = texts;
  const lines = new Map<string, { what: string; value: string }>();
  lines.set('width', { what: texts.width, value: formatMetres(borderWidthMetres, language) });
  for (const { wards, widthMetres } of rules.arcWidths) {
    const pair = wards.map((code) => nameOf(code, wording)).join(' – ');
    lines.set(`arc ${pairKey(wards)}`, { what: regulation.arcWidth(pair), value: formatMetres(widthMetres, language) });
  }
  lines.set('rule', { what: regulation.leadRule, value: regulation.leadRules[rules.leadRule] });
  const mayLead = rules.mayLead === null ? regulation.mayLeadAll : rules.mayLead.map((code) => nameOf(code, wording)).join(', ');
  lines.set('mayLead', { what: regulation.mayLead, value: mayLead });
  for (const step of CLOCK_STEPS) {
    const minutes = rules.deadlines[step];
    lines.set(step, { what: regulation.steps[step], value: minutes === null ? regulation.noDeadline : formatDuration(minutes, language) });
  }
  return lines;
}

/** What a version changes against the one before, in the order of its lines; a border that loses its own width follows the common one. */
export function listRegulationChanges(before: Regulation, after: Regulation, wording: Wording): RegulationChange[] {
  const [old, next] = [listRegulationLines(before, wording), listRegulationLines(after, wording)];
  const { common } = wording.messages.clusters.regulation;
  return [...new Set([...next.keys(), ...old.keys()])].flatMap((key) => {
    const what = next.get(key)?.what ?? old.get(key)?.what ?? key;
    const [was, is] = [old.get(key)?.value ?? common, next.get(key)?.value ?? common];
    return was === is ? [] : [{ what, before: was, after: is }];
  });
}
