import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { OperationType, OwnerType, type Operation } from '../../access/index.js';
import type { DashboardView } from '../dashboard.js';

@ObjectType('Dashboard', {
  description: 'A page of widgets. They show what the viewer may see, whoever made the page.',
})
export class DashboardType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '1 to 255 characters; need not be unique.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  description!: string | null;

  @Field(() => OwnerType)
  owner!: OwnerType;

  @Field(() => Int, { description: 'At most 100.' })
  widgetCount!: number;

  @Field(() => Int, { description: 'Grows with every save.' })
  revision!: number;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => GraphQLDateTime)
  updatedAt!: Date;

  @Field(() => [OperationType])
  viewerCan!: readonly Operation[];
}

@ObjectType({ description: 'A page of dashboards.' })
export class DashboardList {
  @Field(() => [DashboardType])
  items!: readonly DashboardType[];

  @Field(() => Int)
  totalCount!: number;
}

export const toDashboardType = (dashboard: DashboardView): DashboardType => ({
  ...dashboard,
  owner: new OwnerType(dashboard.ownerCustomerId),
});
