import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Connection } from './connection.js';

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are rows behind this page.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page.' })
  endCursor!: string | null;
}

/** The Relay connection of an entity, with its edge: `XConnection` and `XEdge`. */
export const connectionOf = <T extends object>(name: string, node: () => ClassType<T>) => {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(node)
    node!: T;

    @Field(() => String)
    cursor!: string;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType implements Connection<T> {
    @Field(() => [Edge])
    edges!: readonly Edge[];

    @Field(() => [node()], { description: 'The rows without their cursors.' })
    nodes!: readonly T[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    count!: () => Promise<number>;

    @Field(() => Int, { description: 'Counted only when asked for, and up to 10,000.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return ConnectionType;
};
