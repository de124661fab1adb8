-- Signing in with Google, Kakao or Naver.

-- Who came by a provider has no password, until they choose one.
alter table members modify password_hash varchar(255) null;

-- Who may sign in by what a provider says: never by an e-mail address, which may change hands. A row is a way in;
-- when it was, and who ended it, stand in the events.
create table member_identities (
    provider varchar(20) not null,
    -- The provider's own name for a person, letter by letter: case tells two people apart.
    subject varchar(255) character set ascii collate ascii_bin not null,
    member_id bigint unsigned not null,
    linked_at datetime(3) not null,
    primary key (provider, subject),
    -- One of each provider, so that the member's page can name it by its provider.
    unique key member_identities_one (member_id, provider),
    constraint member_identities_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table member_identity_events (
    id bigint unsigned not null auto_increment primary key,
    member_id bigint unsigned not null,
    provider varchar(20) not null,
    -- linked or unlinked
    event varchar(20) not null,
    happened_at datetime(3) not null,
    happened_by bigint unsigned not null,
    key member_identity_events_member (member_id),
    constraint member_identity_events_member foreign key (member_id) references members (id),
    constraint member_identity_events_by foreign key (happened_by) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Ways to a provider and back that somebody has come: nobody comes the same one twice.
create table sign_ins_used (
    -- BLAKE3 of the state.
    state_hash binary(32) not null primary key,
    used_at datetime(3) not null,
    key sign_ins_used_at (used_at)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
