-- Servers keep sessions with their permissions in memory for some seconds. Whatever changes what a
-- session is worth says so here, at commit, whoever writes it.

create function gatehouse.forget_sessions(tenant uuid) returns void
  language sql
  as $$ select pg_notify('gatehouse_changes', 'sessions:' || tenant) $$;

create function gatehouse.forget_sessions() returns trigger language plpgsql as $$
begin
  perform gatehouse.forget_sessions(coalesce(new.tenant_id, old.tenant_id));
  return null;
end $$;

create trigger forget_changed_sessions after update of token_hash, user_id, expires_at or delete on sessions
  for each row execute function gatehouse.forget_sessions();
-- A new user or group has no session; when somebody signed in last changes nothing.
create trigger forget_sessions_of_changed_user after update on users
  for each row when (old.last_sign_in_at is not distinct from new.last_sign_in_at)
  execute function gatehouse.forget_sessions();
create trigger forget_sessions_of_deleted_user after delete on users
  for each row execute function gatehouse.forget_sessions();
create trigger forget_sessions_of_changed_customer after update of parent_customer_id or delete on customers
  for each row execute function gatehouse.forget_sessions();
create trigger forget_sessions_of_changed_role after update or delete on roles
  for each row execute function gatehouse.forget_sessions();
create trigger forget_sessions_of_changed_group after update or delete on entity_groups
  for each row execute function gatehouse.forget_sessions();
create trigger forget_sessions_of_lost_permission after update or delete on group_permissions
  for each row execute function gatehouse.forget_sessions();
create trigger forget_sessions_of_lost_member after update or delete on entity_group_members
  for each row when (old.user_id is not null) execute function gatehouse.forget_sessions();
create trigger forget_sessions_of_changed_version after insert or update or delete on legal_versions
  for each row execute function gatehouse.forget_sessions();
create trigger forget_sessions_of_changed_consent after update of user_id, withdrawn_at or delete on consents
  for each row execute function gatehouse.forget_sessions();

create function gatehouse.forget_sessions_of_tenant() returns trigger language plpgsql as $$
begin
  perform gatehouse.forget_sessions(old.id);
  return null;
end $$;
create trigger forget_sessions_of_changed_tenant after update or delete on tenants
  for each row execute function gatehouse.forget_sessions_of_tenant();

-- What is given to a user or a group that this very transaction made is given to nobody who is signed
-- in: so the many who sign up make nobody forget. Commits that notify wait for each other.
create function gatehouse.forget_sessions_of_known_user() returns trigger language plpgsql as $$
begin
  if not exists (
    select from public.users
     where tenant_id = new.tenant_id and id = new.user_id and xmin = pg_current_xact_id()::xid)
  then
    perform gatehouse.forget_sessions(new.tenant_id);
  end if;
  return null;
end $$;
create trigger forget_sessions_of_new_member after insert on entity_group_members
  for each row when (new.user_id is not null) execute function gatehouse.forget_sessions_of_known_user();
create trigger forget_sessions_of_new_consent after insert on consents
  for each row execute function gatehouse.forget_sessions_of_known_user();

create function gatehouse.forget_sessions_of_known_group() returns trigger language plpgsql as $$
begin
  if not exists (
    select from public.entity_groups
     where tenant_id = new.tenant_id and id = new.user_group_id and xmin = pg_current_xact_id()::xid)
  then
    perform gatehouse.forget_sessions(new.tenant_id);
  end if;
  return null;
end $$;
create trigger forget_sessions_of_new_permission after insert on group_permissions
  for each row execute function gatehouse.forget_sessions_of_known_group();

-- Takes a point of each bucket, or of none when one of them is empty; one after the other, so that
-- callers who name them in one order never wait for each other in a circle.
-- Returns the milliseconds to wait, 0 when all were taken.
create function gatehouse.take_limits(keys text[], points_each integer[], ms_each bigint[]) returns bigint
  language plpgsql
  as $$
declare
  now_ms constant bigint := extract(epoch from clock_timestamp()) * 1000;
  wait_ms bigint;
begin
  for i in 1 .. cardinality(keys) loop
    insert into public.rate_limits as bucket (key, points, expire) values (keys[i], 1, now_ms + ms_each[i])
    on conflict (key) do update set
      points = case when bucket.expire <= now_ms then 1 else bucket.points + 1 end,
      expire = case when bucket.expire <= now_ms then excluded.expire else bucket.expire end
    where bucket.expire <= now_ms or bucket.points < points_each[i];
    if not found then
      update public.rate_limits set points = points - 1 where key = any (keys[1:i - 1]);
      select greatest(expire - now_ms, 1) into wait_ms from public.rate_limits where key = keys[i];
      return wait_ms;
    end if;
  end loop;
  return 0;
end $$;

-- The milliseconds until none of the buckets is empty; takes nothing.
create function gatehouse.wait_for_limits(keys text[], points_each integer[]) returns bigint
  language sql stable
  as $$
    select coalesce(max(b.expire - extract(epoch from clock_timestamp()) * 1000), 0)::bigint
      from unnest(keys, points_each) as asked (key, points)
      join public.rate_limits b on b.key = asked.key and b.points >= asked.points
       and b.expire > extract(epoch from clock_timestamp()) * 1000
  $$;
