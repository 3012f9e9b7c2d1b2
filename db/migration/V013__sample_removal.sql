-- Finds the tables by itself: every one that keeps rows by district. What refers goes first; tables that came later
-- refer to earlier ones, and what is still referred to is tried again.
create or replace function security.remove_sample(sample_district bigint) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    owned   text;
    left_   text[];
    pending text[];
begin
    if not exists (select from security.district where id = sample_district and sample) then
        raise exception 'District % is no sample', sample_district;
    end if;
    select array_agg(c.oid::regclass::text order by c.oid desc) into left_
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'district_id' and not a.attisdropped
    where c.relkind in ('r', 'p')
      and n.nspname in ('security', 'roster', 'training', 'adoption', 'rollout', 'readiness', 'importing');
    loop
        pending := '{}';
        foreach owned in array left_ loop
            begin
                execute format('delete from %s where district_id = $1', owned) using sample_district;
            exception when foreign_key_violation then
                pending := pending || owned;
            end;
        end loop;
        exit when pending = '{}';
        if pending = left_ then
            raise exception 'Rows of the sample are referred to from elsewhere: %', pending;
        end if;
        left_ := pending;
    end loop;
    delete from security.district where id = sample_district;
end $$;
