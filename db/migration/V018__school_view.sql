-- A school as nearly every question needs it first: with the time zone that holds there, in one statement.
create view roster.school with (security_invoker = true) as
    select org.district_id,
           org.id                            as school_id,
           org.name,
           coalesce(org.zone, district.zone) as zone,
           org.external_id,
           district.name                     as district_name,
           district.sample
    from roster.org
    join security.district on district.id = org.district_id
    where org.kind = 'school' and org.withdrawn_on is null;
grant select on roster.school to ${app_role};
comment on view roster.school is 'The schools that there are now; shows what whoever asks may see of the tables below it';
