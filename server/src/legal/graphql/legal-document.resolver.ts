import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import {
  OperationType,
  operationsOnTenant,
  viewerOf,
  type Operation,
  type ViewerContext,
} from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import type { LegalDocumentKind } from '../legal-document.js';
import type { ManageLegalDocuments } from '../manage-legal-documents.js';
import { CreateLegalDocumentInput, PublishLegalVersionInput } from './legal-document.input.js';
import { LegalDocumentPayload } from './legal-document.payload.js';
import {
  LegalDocumentKindType,
  LegalDocumentList,
  LegalDocumentType,
  LegalVersionList,
} from './legal-document.type.js';

@Resolver(() => LegalDocumentType)
export class LegalDocumentResolver {
  constructor(private readonly manage: ManageLegalDocuments) {}

  @Allow.permission('LEGAL_DOCUMENT', 'READ')
  @Query(() => LegalDocumentList, { description: "The tenant's legal documents." })
  legalDocuments(
    @Ctx() context: ViewerContext,
    @Arg('kind', () => LegalDocumentKindType, {
      nullable: true,
      description: 'Only of this kind.',
    })
    kind: LegalDocumentKind | null,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<LegalDocumentList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    return this.manage.list(viewerOf(context), kind ?? null, page);
  }

  @Allow.permission('LEGAL_DOCUMENT', 'READ')
  @Query(() => LegalVersionList, { description: 'Everything that was published of a document.' })
  legalVersions(
    @Ctx() context: ViewerContext,
    @Arg('documentId', () => ID, {
      description: 'Which document. NOT_FOUND when it does not exist.',
    })
    documentId: string,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 10, description: '1 to 100.' }) limit: number,
  ): Promise<LegalVersionList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    return this.manage.versions(viewerOf(context), documentId, page);
  }

  @Allow.permission('LEGAL_DOCUMENT', 'WRITE')
  @Query(() => Int, {
    description:
      'How many people a version published now would ask; counted up to 10,001, so that it stays quick.',
  })
  legalVersionAudience(
    @Ctx() context: ViewerContext,
    @Arg('documentId', () => ID, {
      description: 'Of which document. NOT_FOUND when it does not exist.',
    })
    documentId: string,
  ): Promise<number> {
    return this.manage.countAsked(viewerOf(context), documentId);
  }

  @Allow.permission('LEGAL_DOCUMENT', 'CREATE')
  @Mutation(() => LegalDocumentPayload, {
    description: 'Makes a document and publishes its first version.',
  })
  async createLegalDocument(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateLegalDocumentInput) input: CreateLegalDocumentInput,
  ): Promise<LegalDocumentPayload> {
    return toPayload('legalDocument', await this.manage.create(viewerOf(context), input));
  }

  @Allow.permission('LEGAL_DOCUMENT', 'WRITE')
  @Mutation(() => LegalDocumentPayload, {
    description: 'Publishes the next version; sign-up pages show it at once.',
  })
  async publishLegalVersion(
    @Ctx() context: ViewerContext,
    @Arg('documentId', () => ID, {
      description: 'Of which document. NOT_FOUND when it does not exist.',
    })
    documentId: string,
    @Arg('input', () => PublishLegalVersionInput) input: PublishLegalVersionInput,
  ): Promise<LegalDocumentPayload> {
    const outcome = await this.manage.publish(viewerOf(context), documentId, input);
    return toPayload('legalDocument', outcome);
  }

  @Allow.permission('LEGAL_DOCUMENT', 'DELETE')
  @Mutation(() => DeletePayload, {
    description: 'Removes a document that no page shows and nobody has accepted.',
  })
  async deleteLegalDocument(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return toPayload('deletedId', await this.manage.delete(viewerOf(context), id));
  }

  @FieldResolver(() => [OperationType])
  viewerCan(@Ctx() context: ViewerContext): readonly Operation[] {
    return operationsOnTenant(viewerOf(context), 'LEGAL_DOCUMENT');
  }
}
