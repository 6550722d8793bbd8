import { Arg, Ctx, Field, Int, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import type { ItemResource } from '../../inventory/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { WidgetData } from '../widget-data.js';
import { ItemKindType } from './widget-enums.js';
import { WidgetFilterInputType } from './widget.input.js';

const BreakdownBy = { TYPE: 'TYPE', ATTRIBUTE: 'ATTRIBUTE' } as const;
registerEnumType(BreakdownBy, {
  name: 'BreakdownBy',
  description: 'What devices or assets are counted by.',
  valuesConfig: {
    TYPE: { description: 'Their type.' },
    ATTRIBUTE: { description: 'The value of the attribute that `attribute` names.' },
  },
});

@ObjectType({ description: 'How many devices or assets have one value.' })
class ItemShare {
  @Field(() => String, { nullable: true, description: 'Null: those that have none.' })
  value!: string | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

/** What widgets show, within what the viewer may see; nothing where they may see nothing. */
@Resolver()
export class WidgetDataResolver {
  constructor(private readonly data: WidgetData) {}

  @Allow.signedIn()
  @Query(() => Int, {
    description: 'How many devices or assets the viewer may see, up to 10,000.',
  })
  itemCount(
    @Ctx() context: ViewerContext,
    @Arg('filter', () => WidgetFilterInputType, { description: 'Which ones.' })
    filter: WidgetFilterInputType,
  ): Promise<number> {
    return this.data.count(viewerOf(context), filter);
  }

  @Allow.signedIn()
  @Query(() => [ItemShare], {
    description:
      'Devices or assets that the viewer may see, counted by type or by an attribute that they may read; most first. Of more than 100,000 only so many are looked at.',
  })
  itemBreakdown(
    @Ctx() context: ViewerContext,
    @Arg('filter', () => WidgetFilterInputType, { description: 'Which ones.' })
    filter: WidgetFilterInputType,
    @Arg('by', () => BreakdownBy, { description: 'What they are counted by.' })
    by: keyof typeof BreakdownBy,
    @Arg('attribute', () => String, { nullable: true, description: 'Needed with ATTRIBUTE.' })
    attribute: string | null,
    @Arg('limit', () => Int, { defaultValue: 12, description: '1 to 50 values.' }) limit: number,
  ): Promise<ItemShare[]> {
    return this.data.breakdown(viewerOf(context), { filter, by, attribute, limit });
  }

  @Allow.signedIn()
  @Query(() => [String], {
    description: 'Types of the devices or assets that the viewer may see, by name; at most 100.',
  })
  itemTypes(
    @Ctx() context: ViewerContext,
    @Arg('kind', () => ItemKindType, { description: 'Of devices or of assets.' })
    kind: ItemResource,
    @Arg('search', () => String, { nullable: true, description: 'Part of the type.' })
    search: string | null,
  ): Promise<string[]> {
    return this.data.types(viewerOf(context), kind, checkSearch('search', search));
  }
}
