import type { CaptchaSettings } from '../../captcha/index.js';
import { announceChange } from '../../platform/postgres/changes.js';
import { brokenConstraint } from '../../platform/postgres/constraint.js';
import { knexOf } from '../../platform/postgres/database.js';
import { offsetPage } from '../../platform/postgres/lists.js';
import type { Locale } from '../../platform/locale/locale.js';
import { textIn, type LocalizedText } from '../../platform/locale/localized-text.js';
import type { Tx } from '../../platform/transaction.js';
import { defaultFields, type FieldSetting } from '../sign-up-field.js';
import type { GroupRoleAssignment, SelfRegistration } from '../self-registration.js';
import type { SelfRegistrationRepository } from '../self-registration-repository.js';

interface Row {
  id: string;
  domain_id: string;
  host: string;
  enabled: boolean;
  captcha_provider: CaptchaSettings['provider'];
  captcha_site_key: string | null;
  captcha_secret_sealed: string | null;
  captcha_action: string | null;
  captcha_score_threshold: number | null;
  captcha_when_unavailable: CaptchaSettings['whenUnavailable'];
  locale: Locale;
  welcome_text: string | null;
  welcome_translations: LocalizedText[];
  sign_up_fields: FieldSetting[] | null;
  target_customer_group_id: string | null;
  show_privacy_policy: boolean;
  privacy_policy_id: string | null;
  show_terms_of_use: boolean;
  terms_of_use_id: string | null;
  default_dashboard_id: string | null;
  always_fullscreen: boolean;
  customer_title_prefix: string | null;
  activation_link_lifetime: number;
  notification_recipient_id: string | null;
  notify_nobody: boolean;
  invite_only: boolean;
  allowed_email_domains: string[];
  blocked_email_domains: string[];
  refuse_disposable: boolean;
  requires_approval: boolean;
  revision: number;
  created_at: Date;
  updated_at: Date;
  assignments: GroupRoleAssignment[];
}

const toSelfRegistration = (row: Row): SelfRegistration => ({
  id: row.id,
  domainId: row.domain_id,
  host: row.host,
  enabled: row.enabled,
  captcha: {
    provider: row.captcha_provider,
    siteKey: row.captcha_site_key,
    sealedSecretKey: row.captcha_secret_sealed,
    action: row.captcha_action,
    scoreThreshold: row.captcha_score_threshold,
    whenUnavailable: row.captcha_when_unavailable,
  },
  locale: row.locale,
  welcomeTexts: [
    ...(row.welcome_text === null ? [] : [{ locale: row.locale, text: row.welcome_text }]),
    ...row.welcome_translations,
  ],
  fields: row.sign_up_fields ?? defaultFields,
  targetCustomerGroupId: row.target_customer_group_id,
  assignments: row.assignments,
  showPrivacyPolicy: row.show_privacy_policy,
  privacyPolicyId: row.privacy_policy_id,
  showTermsOfUse: row.show_terms_of_use,
  termsOfUseId: row.terms_of_use_id,
  defaultDashboardId: row.default_dashboard_id,
  // A dashboard that went with its owner takes this along.
  alwaysFullscreen: row.always_fullscreen && row.default_dashboard_id !== null,
  customerTitlePrefix: row.customer_title_prefix,
  activationLinkLifetime: row.activation_link_lifetime,
  notificationRecipientId: row.notification_recipient_id,
  notifyNobody: row.notify_nobody,
  inviteOnly: row.invite_only,
  allowedEmailDomains: row.allowed_email_domains,
  blockedEmailDomains: row.blocked_email_domains,
  refuseDisposable: row.refuse_disposable,
  requiresApproval: row.requires_approval,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const toRow = (page: SelfRegistration) => ({
  domain_id: page.domainId,
  enabled: page.enabled,
  captcha_provider: page.captcha.provider,
  captcha_site_key: page.captcha.siteKey,
  captcha_secret_sealed: page.captcha.sealedSecretKey,
  captcha_action: page.captcha.action,
  captcha_score_threshold: page.captcha.scoreThreshold,
  captcha_when_unavailable: page.captcha.whenUnavailable,
  locale: page.locale,
  welcome_text: textIn(page.welcomeTexts, page.locale),
  welcome_translations: JSON.stringify(
    page.welcomeTexts.filter(({ locale }) => locale !== page.locale),
  ),
  sign_up_fields: JSON.stringify(page.fields),
  target_customer_group_id: page.targetCustomerGroupId,
  show_privacy_policy: page.showPrivacyPolicy,
  privacy_policy_id: page.privacyPolicyId,
  show_terms_of_use: page.showTermsOfUse,
  terms_of_use_id: page.termsOfUseId,
  default_dashboard_id: page.defaultDashboardId,
  always_fullscreen: page.alwaysFullscreen,
  customer_title_prefix: page.customerTitlePrefix,
  activation_link_lifetime: page.activationLinkLifetime,
  notification_recipient_id: page.notificationRecipientId,
  notify_nobody: page.notifyNobody,
  invite_only: page.inviteOnly,
  allowed_email_domains: page.allowedEmailDomains,
  blocked_email_domains: page.blockedEmailDomains,
  refuse_disposable: page.refuseDisposable,
  requires_approval: page.requiresApproval,
  revision: page.revision,
  updated_at: page.updatedAt,
});

/** The page with its table of roles in one statement. */
const pagesOf = (tx: Tx) => {
  const knex = knexOf(tx);
  return knex('self_registrations as s')
    .join('domains as d', { 'd.tenant_id': 's.tenant_id', 'd.id': 's.domain_id' })
    .where('s.tenant_id', tx.tenantId)
    .select(
      's.*',
      'd.host',
      knex.raw(`coalesce((
        select jsonb_agg(jsonb_build_object(
            'id', a.id, 'roleId', a.role_id, 'roleName', coalesce(r.name, a.role_name),
            'entityGroupId', a.entity_group_id, 'entityGroupName', coalesce(g.name, a.entity_group_name),
            'groupType', a.group_type) order by a.position)
          from group_role_assignments a
          left join roles r on r.tenant_id = a.tenant_id and r.id = a.role_id
          left join entity_groups g on g.tenant_id = a.tenant_id and g.id = a.entity_group_id
         where a.tenant_id = s.tenant_id and a.self_registration_id = s.id), '[]') as assignments`),
    );
};

const findBy = async (tx: Tx, column: string, value: string): Promise<SelfRegistration | null> => {
  const row = (await pagesOf(tx).where(column, value).first()) as Row | undefined;
  return row ? toSelfRegistration(row) : null;
};

const insertAssignments = async (tx: Tx, page: SelfRegistration): Promise<void> => {
  const rows = page.assignments.map((assignment, position) => ({
    tenant_id: tx.tenantId,
    id: assignment.id,
    self_registration_id: page.id,
    position,
    role_id: assignment.roleId,
    role_name: assignment.roleName,
    entity_group_id: assignment.entityGroupId,
    entity_group_name: assignment.entityGroupName,
    group_type: assignment.groupType,
  }));
  if (rows.length > 0) await knexOf(tx)('group_role_assignments').insert(rows);
};

const isDomainTaken = (error: unknown): boolean =>
  brokenConstraint(error) === 'self_registrations_domain_key';

const announce = (tx: Tx): Promise<void> => announceChange(tx, `pages:${tx.tenantId}`);

export const selfRegistrationRows: SelfRegistrationRepository = {
  find: (tx, id) => findBy(tx, 's.id', id),

  findByDomain: (tx, domainId) => findBy(tx, 's.domain_id', domainId),

  async findByDomains(tx, domainIds) {
    const rows = (await pagesOf(tx).whereIn('s.domain_id', domainIds)) as Row[];
    return rows.map(toSelfRegistration);
  },

  async findByRole(tx, roleId) {
    const using = knexOf(tx)('group_role_assignments')
      .where({ tenant_id: tx.tenantId, role_id: roleId })
      .select('self_registration_id');
    const rows = (await pagesOf(tx).whereIn('s.id', using).orderBy('d.host')) as Row[];
    return rows.map(toSelfRegistration);
  },

  async findByGroup(tx, entityGroupId) {
    const using = knexOf(tx)('group_role_assignments')
      .where({ tenant_id: tx.tenantId, entity_group_id: entityGroupId })
      .select('self_registration_id');
    const rows = (await pagesOf(tx)
      .where((page) =>
        page.whereIn('s.id', using).orWhere('s.target_customer_group_id', entityGroupId),
      )
      .orderBy('d.host')) as Row[];
    return rows.map(toSelfRegistration);
  },

  async findByDashboard(tx, dashboardId) {
    const rows = pagesOf(tx).where('s.default_dashboard_id', dashboardId).orderBy('d.host');
    return ((await rows) as Row[]).map(toSelfRegistration);
  },

  async findByDocument(tx, documentId) {
    const rows = (await pagesOf(tx)
      .where((page) =>
        page.where('s.privacy_policy_id', documentId).orWhere('s.terms_of_use_id', documentId),
      )
      .orderBy('d.host')) as Row[];
    return rows.map(toSelfRegistration);
  },

  async findByRecipient(tx, recipientId) {
    const rows = (await pagesOf(tx)
      .where('s.notification_recipient_id', recipientId)
      .orderBy('d.host')) as Row[];
    return rows.map(toSelfRegistration);
  },

  list: (tx, page) =>
    offsetPage<Row, SelfRegistration>(
      knexOf(tx),
      pagesOf(tx).orderBy('d.host'),
      page,
      toSelfRegistration,
    ),

  async insert(tx, page) {
    try {
      await knexOf(tx)('self_registrations').insert({
        ...toRow(page),
        tenant_id: tx.tenantId,
        id: page.id,
        created_at: page.createdAt,
      });
    } catch (error) {
      if (isDomainTaken(error)) return false;
      throw error;
    }
    await insertAssignments(tx, page);
    await announce(tx);
    return true;
  },

  async update(tx, page, expectedRevision) {
    const mine = { tenant_id: tx.tenantId, id: page.id };
    try {
      const saved = await knexOf(tx)('self_registrations')
        .where({ ...mine, revision: expectedRevision })
        .update(toRow(page));
      if (saved === 0) return 'outdated';
    } catch (error) {
      if (isDomainTaken(error)) return 'taken';
      throw error;
    }
    await knexOf(tx)('group_role_assignments')
      .where({ tenant_id: tx.tenantId, self_registration_id: page.id })
      .delete();
    await insertAssignments(tx, page);
    await announce(tx);
    return 'saved';
  },

  async lock(tx, id) {
    await knexOf(tx)('self_registrations')
      .where({ tenant_id: tx.tenantId, id })
      .forUpdate()
      .select('id');
  },

  async delete(tx, id) {
    await knexOf(tx)('self_registrations').where({ tenant_id: tx.tenantId, id }).delete();
    await announce(tx);
  },
};
