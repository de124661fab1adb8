-- Members, what they may do, and where they are signed in.
-- Times are DATETIME(3) in UTC; the server sets every one of them from its own clock.

create table members (
    id bigint unsigned not null auto_increment primary key,
    name varchar(50) not null,
    -- Lower case, so that the unique key means what people mean by "the same address".
    email varchar(254) not null,
    -- A PHC string: the algorithm and its parameters stand in it.
    password_hash varchar(255) not null,
    address varchar(200) not null,
    signed_up_at datetime(3) not null,
    unique key members_email (email)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A role is a row: who has it, since when, and by whom. No row, no role.
create table member_roles (
    member_id bigint unsigned not null,
    role varchar(20) not null,
    granted_at datetime(3) not null,
    -- The person or tool that granted it; the command line has no member's number.
    granted_by varchar(100) not null,
    primary key (member_id, role),
    constraint member_roles_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table sessions (
    id bigint unsigned not null auto_increment primary key,
    member_id bigint unsigned not null,
    -- BLAKE3 of the secret in the cookie: whoever reads this table cannot sign in with it.
    secret_hash binary(32) not null,
    started_at datetime(3) not null,
    -- Every server reads the newest endings twice a second.
    ended_at datetime(3) null,
    ended_by varchar(100) null,
    key sessions_member (member_id),
    key sessions_ended_at (ended_at),
    constraint sessions_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
