import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { toPermissionEntries, viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import type { ApiKey } from '../api-key.js';
import type { ManageApiKeys } from '../manage-api-keys.js';
import { CreateApiKeyInput } from './api-key.input.js';
import { CreateApiKeyPayload } from './api-key.payload.js';
import { ApiKeyList, ApiKeyType } from './api-key.type.js';

const toApiKeyType = (key: ApiKey): ApiKeyType => ({
  ...key,
  permissions: toPermissionEntries(key.permissions),
});

@Resolver()
export class ApiKeyResolver {
  constructor(private readonly manageApiKeys: ManageApiKeys) {}

  @Allow.permission('API_KEY', 'READ')
  @Query(() => ApiKeyList, { description: "The tenant's API keys, newest first." })
  async apiKeys(
    @Ctx() context: ViewerContext,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<ApiKeyList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    const { items, totalCount } = await this.manageApiKeys.list(viewerOf(context), page);
    return { items: items.map(toApiKeyType), totalCount };
  }

  @Allow.permission('API_KEY', 'CREATE')
  @Mutation(() => CreateApiKeyPayload, { description: 'Makes a key and shows it this once.' })
  async createApiKey(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput,
  ): Promise<CreateApiKeyPayload> {
    const made = await this.manageApiKeys.create(viewerOf(context), input);
    if (!made.ok) return { userErrors: made.failure };
    const { apiKey, token } = made.value;
    return { apiKey: toApiKeyType(apiKey), token, userErrors: [] };
  }

  @Allow.permission('API_KEY', 'DELETE')
  @Mutation(() => DeletePayload, { description: 'Ends a key at once.' })
  async deleteApiKey(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return { deletedId: await this.manageApiKeys.delete(viewerOf(context), id), userErrors: [] };
  }
}
