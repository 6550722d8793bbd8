import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requestLoader } from '../../platform/graphql/request-context.js';
import type { Transact } from '../../platform/transaction.js';
import { hiddenOwner, type OwnerNames } from '../owner-names.js';
import { viewerOf, type Viewer, type ViewerContext } from '../viewer.js';
import { OwnerType } from './owner.type.js';

const loaderKey = Symbol('owner names');

@Resolver(() => OwnerType)
export class OwnerResolver {
  constructor(
    private readonly transact: Transact,
    private readonly ownerNames: OwnerNames,
  ) {}

  @FieldResolver(() => String, {
    description: 'Name of the tenant, or title of a customer that the viewer may see.',
  })
  name(@Root() owner: OwnerType, @Ctx() context: ViewerContext): Promise<string> {
    const viewer = viewerOf(context);
    return requestLoader(
      context,
      loaderKey,
      () =>
        new DataLoader((owners: readonly OwnerType[]) => this.findNames(viewer, owners), {
          cacheKeyFn: ({ customerId }) => customerId,
        }),
    ).load(owner);
  }

  private findNames({ principal }: Viewer, owners: readonly OwnerType[]): Promise<string[]> {
    return this.transact(principal.tenantId, async (tx) => {
      const customerIds = owners.flatMap(({ customerId }) => customerId ?? []);
      const titles = await this.ownerNames.ofCustomers(tx, principal, customerIds);
      const tenant = customerIds.length < owners.length ? await this.ownerNames.ofTenant(tx) : '';
      return owners.map(({ customerId }) =>
        customerId === null ? tenant : (titles.get(customerId) ?? hiddenOwner),
      );
    });
  }
}
