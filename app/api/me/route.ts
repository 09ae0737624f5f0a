import { getRuleBook } from '@/lib/db/rule-book';
import { dayOf, isInForce } from '@/lib/domain/instant';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Who is signed in: role, and the unit and ward served today. */
export const GET = signedIn(async ({ session }) => {
  const { timeZone } = await getRuleBook();
  const unit = session.units.find((one) => isInForce(one, dayOf(new Date().toISOString(), timeZone))) ?? null;
  return jsonAnswer({
    userId: session.userId,
    email: session.email,
    role: session.role,
    unit: unit === null ? null : { id: unit.id, name: unit.name },
    ward: unit?.wards.at(-1) ?? null,
    wards: session.units.flatMap((one) => one.wards),
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
