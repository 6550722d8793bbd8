import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyEntity,
  anyGroup,
  anyPrincipal,
  anyRights,
  chains,
  principalOf,
} from '../../test/access/arbitrary-access.js';
import { resourcesWithin } from './authority.js';
import { holdsSomewhere, may, operationsOn } from './decision.js';
import { mayGrant } from './grant.js';
import { mergePermissions, type HeldRights } from './principal.js';
import { expandRights } from './role-rights.js';

const runs = { numRuns: 2_000 };

describe('for any roles, groups and owners', () => {
  it('a grant that is allowed gives nobody more than the giver has', () => {
    const grant = fc.tuple(anyPrincipal, anyRights, anyGroup, fc.constantFrom(...chains));
    fc.assert(
      fc.property(grant, anyEntity, ([giver, rights, anyOf, ownerChain], entity) => {
        const group = rights.type === 'GROUP' ? anyOf : null;
        const receiver = principalOf(ownerChain, [{ rights, group }]);
        const receivers = { authority: receiver.authority, ownerChain };
        fc.pre(mayGrant(giver, [{ rights: expandRights(rights), group, receivers }]).allowed);
        expect(operationsOn(giver, entity)).toEqual(
          expect.arrayContaining([...operationsOn(receiver, entity)]),
        );
      }),
      runs,
    );
  });

  it('no role lifts anybody above their authority', () => {
    fc.assert(
      fc.property(anyPrincipal, anyEntity, (principal, entity) => {
        if (operationsOn(principal, entity).length > 0) {
          expect(resourcesWithin(principal.authority)).toContain(entity.resource);
        }
      }),
      runs,
    );
  });

  it('more roles never take anything away', () => {
    fc.assert(
      fc.property(
        anyPrincipal,
        anyRights,
        anyGroup,
        anyEntity,
        (principal, rights, group, entity) => {
          const more: HeldRights = { rights, group: rights.type === 'GROUP' ? group : null };
          const added = mergePermissions(principal.authority, [more]);
          const before = operationsOn(principal, entity);
          const generic = new Map(principal.permissions.generic);
          for (const [resource, given] of added.generic) {
            generic.set(resource, new Set([...given, ...(generic.get(resource) ?? [])]));
          }
          const groups = new Map([...added.groups, ...principal.permissions.groups]);
          const richer = { ...principal, permissions: { generic, groups } };
          expect(operationsOn(richer, entity)).toEqual(expect.arrayContaining([...before]));
        },
      ),
      runs,
    );
  });

  it('what one may do somewhere is worth asking for', () => {
    fc.assert(
      fc.property(anyPrincipal, anyEntity, (principal, entity) => {
        for (const operation of operationsOn(principal, entity)) {
          expect(may(principal, operation, entity)).toBe(true);
          expect(holdsSomewhere(principal, entity.resource, operation)).toBe(true);
        }
      }),
      runs,
    );
  });
});
