-- How staff show who they are a second time, and where members are signed in.

alter table sessions
    -- The browser and the system in words of ours; null is one that we do not know.
    add column device varchar(40) null;

create table member_factors (
    member_id bigint unsigned not null primary key,
    -- The secret that the telephone has as well, sealed by a key of the session keys: a copy of this
    -- table makes nobody's codes.
    sealed varbinary(255) not null,
    set_at datetime(3) not null,
    -- The half minute of the code that was accepted last: no code is accepted twice.
    last_step bigint unsigned not null,
    -- Wrong codes since the first of them; five shut the door for a while.
    wrong_codes int unsigned not null default 0,
    wrong_since datetime(3) null,
    constraint member_factors_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A secret, with the recovery codes, that no code has confirmed yet. It is seen by one session only.
create table member_factor_offers (
    member_id bigint unsigned not null primary key,
    session_id bigint unsigned not null,
    sealed varbinary(255) not null,
    begun_at datetime(3) not null,
    constraint member_factor_offers_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table member_recovery_codes (
    member_id bigint unsigned not null,
    -- BLAKE3 of 80 random bits: whoever reads this table cannot come in with it.
    code_hash binary(32) not null,
    used_at datetime(3) null,
    primary key (member_id, code_hash),
    constraint member_recovery_codes_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
