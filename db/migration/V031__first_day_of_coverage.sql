-- An export of what was done, such as a month's log, says nothing of the time before its first day.
alter table adoption.coverage add column covers_from date not null default '0001-01-01';
comment on column adoption.coverage.covers_from is 'The first day that the source tells of; year 1: of any day up to covers_to';
