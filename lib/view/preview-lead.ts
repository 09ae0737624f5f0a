import type { LocateAnswer } from '../domain/locate';

type Lead = LocateAnswer['lead'];

/** `/api/locate` words its reason for a detection by the owner; the wards that would lead or assist are the same set. */
function withDetector(answer: LocateAnswer, detectedBy: string): Lead {
  const involved = [...(answer.lead.ward === null ? [] : [answer.lead.ward]), ...answer.lead.assists];
  const ward = involved.find(({ code }) => code === detectedBy) ?? answer.cluster?.members.find(({ code }) => code === detectedBy);
  if (ward === undefined) return withoutDetector(answer);
  return { ...answer.lead, ward, reason: 'first_detector', assists: involved.filter(({ code }) => code !== ward.code) };
}

function withoutDetector(answer: LocateAnswer): Lead {
  const involved = [...(answer.lead.ward === null ? [] : [answer.lead.ward]), ...answer.lead.assists];
  return { ...answer.lead, ward: answer.owner, reason: 'no_member_detected', assists: involved.filter(({ code }) => code !== answer.owner?.code) };
}

/**
 * Who would lead a report before it is sent, for a detecting ward's code (null: none of the wards).
 *
 * Limits: a preview from the answer of `/api/locate`; the server decides again, with the rule itself, when the report arrives.
 */
export function previewLead(answer: LocateAnswer, detectedBy: string | null): Lead {
  if (answer.lead.reason !== 'first_detector') return answer.lead;
  const isMember = detectedBy !== null && answer.cluster?.members.some(({ code }) => code === detectedBy) === true;
  return isMember ? withDetector(answer, detectedBy) : withoutDetector(answer);
}
