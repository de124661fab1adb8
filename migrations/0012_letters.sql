-- What the shop writes to people, and the links in it that prove whose an address is.

-- A letter is a row before it is sent: a crash loses none, and no request waits for a mail server. What it says is
-- made up when it is sent, its link included: no link that anybody could use lies here.
create table letters (
    id bigint unsigned not null auto_increment primary key,
    -- reset, confirm, new_email, email_changing, password_changed
    kind varchar(20) not null,
    -- Null is whoever has the address by then, if anybody: to ask for a letter takes as long for an address of nobody.
    member_id bigint unsigned null,
    email varchar(254) not null,
    language char(2) not null,
    written_at datetime(3) not null,
    -- When to try next. Whoever moves it on has claimed this try. Null once the letter is sent or dropped.
    due_at datetime(3) null,
    tries int unsigned not null default 0,
    sent_at datetime(3) null,
    dropped_at datetime(3) null,
    -- nobody, too_many, refused, too_late
    dropped_for varchar(20) null,
    key letters_due_at (due_at),
    key letters_email (email, written_at),
    key letters_written_at (written_at),
    constraint letters_member foreign key (member_id) references members (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table member_links (
    id bigint unsigned not null auto_increment primary key,
    member_id bigint unsigned not null,
    -- reset, confirm, new_email
    purpose varchar(20) not null,
    -- BLAKE3 of the secret in the link: whoever reads this table cannot follow it.
    secret_hash binary(32) not null,
    -- Where it was sent: whoever follows it reads that mailbox.
    email varchar(254) not null,
    made_at datetime(3) not null,
    expires_at datetime(3) not null,
    -- When it, or another of its purpose, was used.
    used_at datetime(3) null,
    unique key member_links_secret_hash (secret_hash),
    key member_links_member (member_id, purpose),
    key member_links_expires_at (expires_at),
    constraint member_links_member foreign key (member_id) references members (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- The address that a member has shown to be theirs. One that is not the member's any more confirms nothing.
create table confirmed_emails (
    member_id bigint unsigned not null primary key,
    email varchar(254) not null,
    confirmed_at datetime(3) not null,
    constraint confirmed_emails_member foreign key (member_id) references members (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
