import { createPubSub } from '@graphql-yoga/subscription';

/** What the subscriptions that run in this process hear of. */
export interface Topics {
  publish(topic: string, payload: unknown): void;
  subscribe(topic: string): AsyncIterable<unknown>;
}

export const createTopics = (): Topics => createPubSub<Record<string, [payload: unknown]>>();
