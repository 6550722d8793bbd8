import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { SortDirectionType } from '../../platform/graphql/sort-direction.type.js';
import type { DashboardSort } from '../dashboard-repository.js';
import { DashboardWidgetInputType } from './widget.input.js';

@InputType('DashboardFilter', { description: 'Dashboards that meet all of these.' })
export class DashboardFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of title or description.' })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Owned by exactly this customer.' })
  ownerCustomerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Held by this group, if the viewer may read it.',
  })
  groupId?: string | null;
}

const DashboardSortField: { readonly [F in DashboardSort['field']]: F } = {
  TITLE: 'TITLE',
  CREATED_AT: 'CREATED_AT',
  UPDATED_AT: 'UPDATED_AT',
};
registerEnumType(DashboardSortField, {
  name: 'DashboardSortField',
  description: 'What dashboards can be sorted by.',
  valuesConfig: {
    TITLE: { description: 'By title, the default.' },
    CREATED_AT: { description: 'By when they were made.' },
    UPDATED_AT: { description: 'By when they were last saved.' },
  },
});

@InputType('DashboardSort', { description: 'The order of the list.' })
export class DashboardSortInput implements DashboardSort {
  @Field(() => DashboardSortField, { description: 'What to sort by; equal ones by id.' })
  field!: DashboardSort['field'];

  @Field(() => SortDirectionType, { description: 'Which end comes first.' })
  direction!: DashboardSort['direction'];
}

@InputType({ description: 'A new dashboard.' })
export class CreateDashboardInput {
  @Field(() => String, { description: '1 to 255 characters; need not be unique.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  description?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Absent: the viewer's own customer, or the tenant.",
  })
  ownerCustomerId?: string | null;

  @Field(() => [DashboardWidgetInputType], { nullable: true, description: 'At most 100.' })
  widgets?: DashboardWidgetInputType[] | null;
}

@InputType({ description: 'Changes of a dashboard: what is absent stays, null clears.' })
export class UpdateDashboardInput {
  @Field(() => String, { nullable: true, description: '1 to 255 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  description?: string | null;

  @Field(() => [DashboardWidgetInputType], {
    nullable: true,
    description: 'Replaces all widgets; at most 100.',
  })
  widgets?: DashboardWidgetInputType[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision that was seen; refused when somebody saved in between.',
  })
  revision?: number | null;
}
