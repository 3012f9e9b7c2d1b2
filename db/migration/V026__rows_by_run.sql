-- What an import concerns is found by its run, whatever the district has gathered before.
create index submission_by_run on adoption.submission (district_id, added_run);
create index submission_by_change on adoption.submission (district_id, changed_run) where changed_run is not null;
create index assignment_by_run on adoption.assignment (district_id, added_run);
create index assignment_by_change on adoption.assignment (district_id, changed_run) where changed_run is not null;
create index enrolment_by_run on roster.enrolment (district_id, added_run);
create index enrolment_by_change on roster.enrolment (district_id, changed_run) where changed_run is not null;
create index person_by_run on roster.person (district_id, added_run);
create index person_by_change on roster.person (district_id, changed_run) where changed_run is not null;
