import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from '../../platform/http/public-address.js';

/** What a name stands for; a part of its own so that tests can answer for a name. */
export type ResolveMailHost = (host: string) => Promise<readonly { readonly address: string }[]>;

export const resolveByDns: ResolveMailHost = (host) => lookup(host, { all: true });

/**
 * The address to connect to, so that nothing else is connected to, whatever the name stands for a
 * moment later; null when any of the name's addresses is not one of the public internet.
 * @throws what the resolver throws
 */
export const publicAddressOf = async (
  host: string,
  resolve: ResolveMailHost,
): Promise<string | null> => {
  const found = isIP(host) === 0 ? await resolve(host) : [{ address: host }];
  return found.every(({ address }) => isPublicAddress(address))
    ? (found[0]?.address ?? null)
    : null;
};
