alter table roster.person add column identifier text;
comment on column roster.person.identifier is 'The number that the school calls them by, where its source has another id';
