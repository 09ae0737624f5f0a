import { answerAlarm } from '@/lib/http/alarm-page';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** One alarm with every number of its chart and its history; what the reader may not see does not exist for him. */
export const GET = signedIn<{ id: string }>(answerAlarm);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
