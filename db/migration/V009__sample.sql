-- Removes the invented sample school with all its rows, snapshots and audit trail among them, which the application
-- itself may not delete. Refuses any district that is no sample.
create function security.remove_sample(sample_district bigint) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    owned text;
begin
    if not exists (select from security.district where id = sample_district and sample) then
        raise exception 'District % is no sample', sample_district;
    end if;
    -- In the order that foreign keys want: what refers first.
    foreach owned in array array[
        'importing.held_row', 'importing.column_mapping', 'importing.run',
        'readiness.snapshot',
        'rollout.item_state', 'rollout.item', 'rollout.rehearsal', 'rollout.checklist',
        'adoption.submission_before', 'adoption.before_image', 'adoption.figure', 'adoption.home_access',
        'adoption.coverage', 'adoption.teacher_day', 'adoption.student_day', 'adoption.submission',
        'adoption.assignment', 'adoption.category_meaning', 'adoption.category',
        'training.completion', 'training.session', 'training.course',
        'roster.link_before', 'roster.before_image', 'roster.plan', 'roster.running', 'roster.enrolment',
        'roster.class_term', 'roster.class_group', 'roster.course', 'roster.person_school', 'roster.person',
        'roster.holiday', 'roster.academic_session', 'roster.department', 'roster.org',
        'security.audit_value', 'security.audit_entry', 'security.membership'
    ] loop
        execute format('delete from %s where district_id = $1', owned) using sample_district;
    end loop;
    delete from security.district where id = sample_district;
end $$;
revoke all on function security.remove_sample(bigint) from public;
grant execute on function security.remove_sample(bigint) to ${app_role};
