import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { toPayload } from '../../platform/graphql/payload.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { InputFaults } from '../../platform/input-fault.js';
import { ok, type Result } from '../../platform/result.js';
import type { DashboardErrorCode as Code, DashboardView } from '../dashboard.js';
import { DashboardType, toDashboardType } from './dashboard.type.js';

const DashboardErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  OUT_OF_RANGE: 'OUT_OF_RANGE',
  NOT_FOUND: 'NOT_FOUND',
  TOO_MANY: 'TOO_MANY',
  NOT_ONE_PART: 'NOT_ONE_PART',
  DUPLICATE: 'DUPLICATE',
  REVISION_OUTDATED: 'REVISION_OUTDATED',
  NOT_ALLOWED: 'NOT_ALLOWED',
  FILE_TOO_LARGE: 'FILE_TOO_LARGE',
  FILE_NOT_JSON: 'FILE_NOT_JSON',
  FILE_REFUSED: 'FILE_REFUSED',
  FILE_NOT_A_DASHBOARD: 'FILE_NOT_A_DASHBOARD',
};
registerEnumType(DashboardErrorCode, {
  name: 'DashboardErrorCode',
  description: 'Why a dashboard or a file was refused.',
  valuesConfig: {
    OUT_OF_RANGE: { description: 'Outside the range that the message names.' },
    TOO_MANY: { description: 'More of them than the message names.' },
    NOT_ONE_PART: { description: 'A widget has exactly one part.' },
    DUPLICATE: { description: 'Two widgets have the same id.' },
    REVISION_OUTDATED: { description: 'Somebody else saved meanwhile.' },
    NOT_ALLOWED: { description: 'The group can not take it in; the message says why.' },
    FILE_TOO_LARGE: { description: 'More than 5 MB.' },
    FILE_NOT_JSON: { description: 'Not a JSON file, or a damaged one.' },
    FILE_REFUSED: { description: 'Too deep, too many parts, or names that no dashboard has.' },
    FILE_NOT_A_DASHBOARD: { description: 'JSON, and no dashboard that can be read.' },
  },
});

@ObjectType({ implements: UserError, description: 'A fault of a dashboard or of a file.' })
export class DashboardUserError extends UserError {
  @Field(() => DashboardErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The dashboard, or what is wrong with the input.' })
export class DashboardPayload {
  @Field(() => DashboardType, { nullable: true })
  dashboard?: DashboardType;

  @Field(() => [DashboardUserError])
  userErrors!: readonly DashboardUserError[];
}

export const toSavedPayload = (saved: Result<DashboardView, InputFaults<Code>>): DashboardPayload =>
  toPayload('dashboard', saved.ok ? ok(toDashboardType(saved.value)) : saved);
