import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyChain,
  anyHeld,
  anyPrincipal,
  anyRights,
  entities,
  principalOf,
} from '../../test/access/arbitrary-access.js';
import { resourcesWithin } from './authority.js';
import { holdsSomewhere, operationsOn } from './decision.js';
import { mayGrant } from './grant.js';
import type { Principal } from './principal.js';
import { expandRights } from './role-rights.js';

const namesOf = (principal: Principal): string[] =>
  entities.flatMap((entity, index) =>
    operationsOn(principal, entity).map((operation) => `${entity.resource} ${index} ${operation}`),
  );

describe('for any roles, groups and owners', () => {
  it('a grant that is allowed gives nobody more than the giver has', () => {
    let allowed = 0;
    fc.assert(
      fc.property(anyPrincipal, anyRights, anyChain, (giver, { rights, group }, ownerChain) => {
        const receiver = principalOf(ownerChain, [{ rights, group }]);
        const receivers = { authority: receiver.authority, ownerChain };
        const grant = { rights: expandRights(rights), group, receivers };
        const received = namesOf(receiver);
        if (!mayGrant(giver, [grant]).allowed || received.length === 0) return;
        allowed += 1;
        const had = new Set(namesOf(giver));
        expect(received.filter((name) => !had.has(name))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(allowed).toBeGreaterThan(20);
  });

  it('a grant that is refused would give somebody something new', () => {
    fc.assert(
      fc.property(anyHeld, anyRights, (held, { rights, group }) => {
        const giver = principalOf([], held);
        const receivers = { authority: giver.authority, ownerChain: [] };
        fc.pre(!mayGrant(giver, [{ rights: expandRights(rights), group, receivers }]).allowed);
        const had = new Set(namesOf(giver));
        const received = namesOf(principalOf([], [{ rights, group }]));
        expect(received.filter((name) => !had.has(name))).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('no role lifts anybody above their authority', () => {
    fc.assert(
      fc.property(anyPrincipal, (principal) => {
        const within = resourcesWithin(principal.authority);
        const reached = entities.filter((entity) => operationsOn(principal, entity).length > 0);
        expect(reached.filter(({ resource }) => !within.has(resource))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a customer user never reaches beyond the owner chain and what is shared', () => {
    let shared = 0;
    fc.assert(
      fc.property(anyPrincipal, (principal) => {
        const { customerId, permissions } = principal;
        fc.pre(customerId !== null);
        for (const entity of entities) {
          if (operationsOn(principal, entity).length === 0) continue;
          const isOwn = entity.ownerChain.includes(customerId) || entity.id === customerId;
          if (isOwn) continue;
          const lent = [...permissions.groups.values()].filter(
            ({ id, type, kind, ownerChain }) =>
              id === entity.id ||
              entity.groupIds?.includes(id) ||
              // The group of everything that an owner owns, and never of what one below it owns.
              (kind === 'ALL' &&
                type === entity.resource &&
                ownerChain[0] === entity.ownerChain[0]),
          );
          expect(lent, `${entity.resource} of ${String(entity.ownerChain)}`).not.toEqual([]);
          shared += 1;
        }
      }),
      { numRuns: 1_000 },
    );
    expect(shared).toBeGreaterThan(100);
  });

  it('more roles never take anything away', () => {
    fc.assert(
      fc.property(anyChain, anyHeld, anyRights, (chain, held, more) => {
        const richer = new Set(namesOf(principalOf(chain, [...held, more])));
        expect(namesOf(principalOf(chain, held)).filter((name) => !richer.has(name))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('what one may do to something is worth asking for', () => {
    fc.assert(
      fc.property(anyPrincipal, (principal) => {
        for (const entity of entities) {
          for (const operation of operationsOn(principal, entity)) {
            expect(holdsSomewhere(principal, entity.resource, operation)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
