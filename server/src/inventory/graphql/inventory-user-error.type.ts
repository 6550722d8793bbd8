import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { InventoryErrorCode as Code } from '../inventory-item.js';

const InventoryErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  INVALID_ATTRIBUTES: 'INVALID_ATTRIBUTES',
  NAME_TAKEN: 'NAME_TAKEN',
  NOT_FOUND: 'NOT_FOUND',
};

registerEnumType(InventoryErrorCode, {
  name: 'InventoryErrorCode',
  description: 'Why a device or an asset was refused.',
  valuesConfig: {
    REQUIRED: { description: 'A value is missing.' },
    TOO_LONG: { description: 'More characters than the field takes.' },
    INVALID_TEXT: { description: 'Line breaks or characters that can not be shown.' },
    INVALID_ATTRIBUTES: { description: 'The message says which attribute, and what to do.' },
    NAME_TAKEN: { description: 'This owner already has one of this name.' },
    NOT_FOUND: {
      description: 'What the field names does not exist, or the viewer may not see it.',
    },
  },
});

@ObjectType({ implements: UserError, description: 'A fault of a device or an asset.' })
export class InventoryUserError extends UserError {
  @Field(() => InventoryErrorCode)
  code!: Code;
}
