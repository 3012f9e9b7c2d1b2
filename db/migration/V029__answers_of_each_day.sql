-- A family may answer again. Each day on which it did keeps what it said last that day, and what is known on a day is
-- the latest row up to it: so any past day can be counted as it was.
alter table adoption.home_access drop constraint home_access_pkey;
alter table adoption.home_access add primary key (district_id, student_id, answered_on);
create index home_access_by_run on adoption.home_access (district_id, added_run);
create index home_access_by_change on adoption.home_access (district_id, changed_run) where changed_run is not null;
comment on table adoption.home_access is 'What a family said last on a day; known until it says something else on a later one';

-- What was kept of a day before an import said otherwise of the same day, for undo.
create table adoption.home_access_before (
    district_id bigint not null,
    run_id      bigint not null,
    student_id  bigint not null,
    answered_on date   not null,
    device      boolean,
    connection  boolean,
    via         text   not null,
    changed_run bigint,
    answered_at timestamptz,
    primary key (district_id, run_id, student_id, answered_on)
);
select app_distribute('adoption.home_access_before', 'district_id');
select app_protect('adoption.home_access_before', 'select, insert, delete');

-- Answers that imports replaced are still in the images that undo would have brought back.
insert into adoption.home_access_before
select district_id, run_id, row_id, (image ->> 'answered_on')::date, (image ->> 'device')::boolean,
       (image ->> 'connection')::boolean, image ->> 'via', (image ->> 'changed_run')::bigint,
       (image ->> 'answered_at')::timestamptz
from adoption.before_image
where table_name = 'home_access';
delete from adoption.before_image where table_name = 'home_access';

-- What weeks are kept does not know them.
delete from adoption.week_figure where district_id in (select district_id from adoption.home_access_before);

-- Each becomes the row of its day, the last one of a day, as if the import that brought it had added it; a student's
-- first keeps the run that had added the only row there was.
insert into adoption.home_access
    (district_id, student_id, answered_on, device, connection, via, answered_at, changed_run, added_run)
select distinct on (district_id, student_id, answered_on)
       district_id, student_id, answered_on, device, connection, via, answered_at, changed_run,
       first_value(case nth when 1 then first_run else changed_run end)
           over (partition by district_id, student_id, answered_on order by nth)
from (
    select said.*, row_number() over (partition by district_id, student_id order by replaced_by nulls last) as nth
    from (
        select b.district_id, b.student_id, b.answered_on, b.device, b.connection, b.via, b.answered_at, b.changed_run,
               b.run_id as replaced_by, h.added_run as first_run
        from adoption.home_access_before b
        join adoption.home_access h on h.district_id = b.district_id and h.student_id = b.student_id
        union all
        select district_id, student_id, answered_on, device, connection, via, answered_at, changed_run, null, added_run
        from adoption.home_access h
        where exists (
            select from adoption.home_access_before b
            where b.district_id = h.district_id and b.student_id = h.student_id)
    ) said
) ordered
order by district_id, student_id, answered_on, nth desc
on conflict (district_id, student_id, answered_on) do update set added_run = excluded.added_run;

-- What is a row now need not be brought back.
delete from adoption.home_access_before b
using adoption.home_access h
where h.district_id = b.district_id and h.student_id = b.student_id and h.answered_on = b.answered_on
  and h.changed_run is not distinct from b.changed_run;
