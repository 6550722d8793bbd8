import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import type { Clock } from '../../platform/clock.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { stateOf, type InviteCode } from '../invite-code.js';
import type { ManageInviteCodes } from '../manage-invite-codes.js';
import { CreateInviteCodeInput } from './invite-code.input.js';
import { CreateInviteCodePayload, InviteCodePayload } from './invite-code.payload.js';
import { InviteCodeList, type InviteCodeType } from './invite-code.type.js';

@Resolver()
export class InviteCodeResolver {
  constructor(
    private readonly manage: ManageInviteCodes,
    private readonly clock: Clock,
  ) {}

  @Allow.permission('INVITE_CODE', 'READ')
  @Query(() => InviteCodeList, { description: 'The invite codes of a sign-up page, newest first.' })
  async inviteCodes(
    @Ctx() context: ViewerContext,
    @Arg('selfRegistrationId', () => ID, { description: 'Which sign-up page.' })
    selfRegistrationId: string,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<InviteCodeList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    const list = await this.manage.list(viewerOf(context), selfRegistrationId, page);
    return { items: list.items.map((code) => this.toType(code)), totalCount: list.totalCount };
  }

  @Allow.permission('INVITE_CODE', 'CREATE')
  @Mutation(() => CreateInviteCodePayload, {
    description: 'Makes an invite code and shows it this once.',
  })
  async createInviteCode(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateInviteCodeInput) input: CreateInviteCodeInput,
  ): Promise<CreateInviteCodePayload> {
    const made = await this.manage.create(viewerOf(context), input);
    if (!made.ok) return { userErrors: made.failure };
    const { inviteCode, code, url } = made.value;
    return { inviteCode: this.toType(inviteCode), code, url, userErrors: [] };
  }

  @Allow.permission('INVITE_CODE', 'WRITE')
  @Mutation(() => InviteCodePayload, {
    description: 'Nobody signs up with it any more; who did already may finish.',
  })
  async revokeInviteCode(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<InviteCodePayload> {
    const code = await this.manage.revoke(viewerOf(context), id);
    return { inviteCode: this.toType(code), userErrors: [] };
  }

  @Allow.permission('INVITE_CODE', 'DELETE')
  @Mutation(() => DeletePayload, { description: 'The same, and takes it off the list.' })
  async deleteInviteCode(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return { deletedId: await this.manage.delete(viewerOf(context), id), userErrors: [] };
  }

  private toType(code: InviteCode): InviteCodeType {
    return { ...code, state: stateOf(code, this.clock.now()) };
  }
}
