-- A rollout of roles can be stopped by hand.

alter table role_rollouts
  drop constraint role_rollouts_stop_known,
  add constraint role_rollouts_stop_known check (
    stop_reason in ('PAGE_CHANGED', 'GRANT_EXCEEDS_OWN', 'STARTER_GONE', 'TOO_MANY_FAILED', 'BY_HAND'));
