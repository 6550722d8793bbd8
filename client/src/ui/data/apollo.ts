import type { ApolloClient } from '@apollo/client';
import { inject, type InjectionKey } from 'vue';

export const apolloKey: InjectionKey<ApolloClient> = Symbol('apollo');

export function useApollo(): ApolloClient {
  const client = inject(apolloKey);
  if (!client) throw new Error('useApollo() needs an ancestor that provides the Apollo client');
  return client;
}
