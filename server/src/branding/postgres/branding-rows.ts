import { newId } from '../../platform/ids.js';
import { announceChange } from '../../platform/postgres/changes.js';
import { knexOf } from '../../platform/postgres/database.js';
import { noBranding, type Branding, type BrandingImage } from '../branding.js';
import type { BrandingRepository } from '../branding-repository.js';

interface Row {
  title: string | null;
  support_contact: string | null;
  primary_color: string | null;
  background_color: string | null;
  logo_hash: string | null;
}

const toBranding = (row: Row): Branding => ({
  title: row.title,
  supportContact: row.support_contact,
  primaryColor: row.primary_color,
  backgroundColor: row.background_color,
  logoHash: row.logo_hash,
});

const toRow = (branding: Branding): Row => ({
  title: branding.title,
  support_contact: branding.supportContact,
  primary_color: branding.primaryColor,
  background_color: branding.backgroundColor,
  logo_hash: branding.logoHash,
});

export const brandingRows: BrandingRepository = {
  async find(tx, domainId) {
    const row = (await knexOf(tx)('brandings')
      .where({ tenant_id: tx.tenantId, domain_id: domainId })
      .first()) as Row | undefined;
    return row ? toBranding(row) : noBranding;
  },

  async save(tx, domainId, branding, image, now) {
    const knex = knexOf(tx);
    if (image) {
      await knex('branding_images')
        .insert({ tenant_id: tx.tenantId, ...image })
        .onConflict(['tenant_id', 'hash'])
        .ignore();
    }
    const row = { ...toRow(branding), updated_at: now };
    await knex('brandings')
      .insert({ ...row, tenant_id: tx.tenantId, id: newId(), domain_id: domainId })
      .onConflict(['tenant_id', 'domain_id'])
      .merge(row);
    await knex('branding_images as i')
      .where('i.tenant_id', tx.tenantId)
      .whereNotExists(
        knex('brandings as b').whereRaw('b.tenant_id = i.tenant_id and b.logo_hash = i.hash'),
      )
      .delete();
    await announceChange(tx, `branding:${tx.tenantId}`);
  },

  async findImage(tx, hash) {
    const row = (await knexOf(tx)('branding_images')
      .where({ tenant_id: tx.tenantId, hash })
      .first('hash', 'type', 'bytes')) as BrandingImage | undefined;
    return row ?? null;
  },
};
