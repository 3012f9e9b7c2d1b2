-- What an import concerns is found by its run, whatever the district has gathered before.
create index submission_by_run on adoption.submission (district_id, added_run);
create index submission_by_change on adoption.submission (district_id, changed_run) where changed_run is not null;
