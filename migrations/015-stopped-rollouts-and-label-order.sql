-- A rollout of roles can be stopped by hand.

alter table role_rollouts
  drop constraint role_rollouts_stop_known,
  add constraint role_rollouts_stop_known check (
    stop_reason in ('PAGE_CHANGED', 'GRANT_EXCEEDS_OWN', 'STARTER_GONE', 'TOO_MANY_FAILED', 'BY_HAND'));

-- A list in the order of labels goes along an index. Behind row-level security only conditions that
-- can't leak become bounds of one, and PostgreSQL counts CASE among them, but not COALESCE.
drop index devices_owner_label_idx, devices_label_idx, assets_owner_label_idx, assets_label_idx;
create index devices_owner_label_idx on devices
  (tenant_id, owner_customer_id, (case when label is null then '' else label end), id);
create index devices_label_idx on devices
  (tenant_id, (case when label is null then '' else label end), id);
create index assets_owner_label_idx on assets
  (tenant_id, owner_customer_id, (case when label is null then '' else label end), id);
create index assets_label_idx on assets
  (tenant_id, (case when label is null then '' else label end), id);
