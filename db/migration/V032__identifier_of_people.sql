alter table roster.person add column identifier text;
comment on column roster.person.identifier is 'The number that the school calls them by, where its source has another id';
alter table roster.person drop constraint person_other_has_no_name;
alter table roster.person
    add constraint person_other_has_no_name
        check (kind <> 'other' or (given_name = '' and family_name = '' and email is null and username is null and identifier is null));
