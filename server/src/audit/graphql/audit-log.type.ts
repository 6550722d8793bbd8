import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';

@ObjectType('AuditLogName', { description: 'What an id in an entry stands for.' })
export class AuditLogNameType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'As it is called now; null: deleted since.' })
  name!: string | null;
}

@ObjectType('AuditLogEntry', { description: 'One thing that was done, and by whom.' })
export class AuditLogEntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was done.' })
  at!: Date;

  @Field(() => String, { description: 'Who acted, by the name of that time.' })
  actor!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The user who acted; null for registrants and jobs.',
  })
  actorId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The administrator who had signed in as the actor.',
  })
  impersonator!: string | null;

  @Field(() => String, {
    description: '`entity.verb` in the past tense, such as `device.created`.',
  })
  action!: string;

  @Field(() => String, { description: 'What `entityId` is the id of, such as DEVICE.' })
  entityType!: string;

  @Field(() => ID, { nullable: true, description: 'What it was done to; it may be gone.' })
  entityId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name at that time.' })
  entityName!: string | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The changed fields as they were. Never holds secrets.',
  })
  before!: Readonly<Record<string, unknown>> | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The changed fields as they are.',
  })
  after!: Readonly<Record<string, unknown>> | null;

  @Field(() => String, { nullable: true, description: 'Address of the client.' })
  ip!: string | null;
}

export const AuditLogConnection = connectionOf('AuditLog', () => AuditLogEntryType);

@InputType('AuditLogFilter', { description: 'Entries that meet all of these.' })
export class AuditLogFilterInput {
  @Field(() => String, { nullable: true, description: 'Exactly this action.' })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'What it was done to.' })
  entityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The user who acted.' })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: "Part of an actor's or entity's name." })
  search?: string | null;
}
