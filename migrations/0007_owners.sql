-- What owners do: steering drops, blocking members, and the record of all of it.

alter table drops
    add column paused_at datetime(3) null,
    add column paused_by bigint unsigned null,
    -- Raised by every edit: who saves an older one is told, and overwrites nothing.
    add column version int unsigned not null default 1,
    add constraint drops_paused_by foreign key (paused_by) references members (id);

create table member_blocks (
    member_id bigint unsigned not null primary key,
    blocked_at datetime(3) not null,
    blocked_by bigint unsigned not null,
    reason varchar(200) not null,
    constraint member_blocks_member foreign key (member_id) references members (id),
    constraint member_blocks_by foreign key (blocked_by) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

alter table members
    add key members_newest (signed_up_at, id),
    add key members_name (name, id);

alter table coupons
    add key coupons_issued_at (issued_at);

create table audit_entries (
    id bigint unsigned not null auto_increment primary key,
    at datetime(3) not null,
    actor_id bigint unsigned not null,
    -- `drops.pause`: the feature and the verb.
    action varchar(40) character set ascii not null,
    -- What it was done to: `drop` 7.
    subject varchar(20) character set ascii not null,
    subject_id bigint unsigned not null,
    -- What changed, as a JSON object, for a person to read.
    detail varchar(2000) not null,
    key audit_entries_newest (at, id),
    key audit_entries_of_subject (subject, subject_id, id),
    -- The record of one kind of subject, newest first.
    key audit_entries_of_kind (subject, id),
    key audit_entries_of_actor (actor_id, id),
    constraint audit_entries_actor foreign key (actor_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
