-- Chat: rooms, what was said in them, and who looks after them. Kafka has every message first; a message is here once
-- it has its number.

create table chat_rooms (
    id bigint unsigned not null auto_increment primary key,
    -- One of the two: a member's talk, or a visitor's, known by a secret in a cookie. It becomes the member's when they
    -- sign in.
    member_id bigint unsigned null,
    -- BLAKE3 of the secret: whoever reads this table cannot enter the room with it.
    visitor_hash binary(32) null,
    -- 'ko' or 'en': what the shopper's page spoke when the room was opened.
    language char(2) not null,
    opened_at datetime(3) not null,
    -- 'bot', 'waiting', 'taken' or 'closed', since when; how it came there is in chat_room_events.
    state varchar(10) not null,
    state_at datetime(3) not null,
    -- Whose room it is while it is taken.
    counsellor_id bigint unsigned null,
    -- The number of the newest message; the next one gets the next.
    last_number int unsigned not null default 0,
    last_message_at datetime(3) null,
    -- Up to which message each side has read.
    read_by_shopper int unsigned not null default 0,
    read_by_shop int unsigned not null default 0,
    key chat_rooms_member (member_id, id),
    key chat_rooms_visitor (visitor_hash, id),
    key chat_rooms_state (state, state_at),
    key chat_rooms_counsellor (counsellor_id, state),
    key chat_rooms_newest (last_message_at),
    constraint chat_rooms_member foreign key (member_id) references members (id),
    constraint chat_rooms_counsellor foreign key (counsellor_id) references members (id),
    constraint chat_rooms_have_one_owner check ((member_id is null) <> (visitor_hash is null)),
    constraint chat_rooms_are_somebodys check ((counsellor_id is not null) = (state = 'taken'))
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table chat_messages (
    room_id bigint unsigned not null,
    -- 1, 2, 3 … in the room, without a gap, in the log's order.
    number int unsigned not null,
    -- Made by the sender: the same key is the same message, however often it was sent.
    message_key binary(16) not null,
    -- 'shopper', 'counsellor', 'bot' or 'shop'.
    side varchar(10) not null,
    -- The member who wrote it, if it was one.
    member_id bigint unsigned null,
    -- What is in it, as shop::chat::Body writes it: JSON, as text to both databases.
    body longtext not null,
    sent_at datetime(3) not null,
    archived_at datetime(3) not null,
    primary key (room_id, number),
    unique key chat_messages_once (room_id, message_key),
    constraint chat_messages_body check (json_valid(body)),
    constraint chat_messages_room foreign key (room_id) references chat_rooms (id) on delete cascade,
    constraint chat_messages_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- What became of a room, when, and by whom; nobody is the shop itself, or a visitor.
create table chat_room_events (
    id bigint unsigned not null auto_increment primary key,
    room_id bigint unsigned not null,
    state varchar(10) not null,
    at datetime(3) not null,
    actor_id bigint unsigned null,
    -- To whom, if it was taken.
    counsellor_id bigint unsigned null,
    key chat_room_events_room (room_id, id),
    constraint chat_room_events_room foreign key (room_id) references chat_rooms (id) on delete cascade,
    constraint chat_room_events_actor foreign key (actor_id) references members (id),
    constraint chat_room_events_counsellor foreign key (counsellor_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- What the shopper thought of a talk: one word a room, the latest.
create table chat_ratings (
    room_id bigint unsigned not null primary key,
    is_good bool not null,
    -- A word of theirs, or nothing.
    word varchar(300) not null,
    rated_at datetime(3) not null,
    constraint chat_ratings_room foreign key (room_id) references chat_rooms (id) on delete cascade
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Counsellors' notes on a room: no shopper ever sees one.
create table chat_notes (
    id bigint unsigned not null auto_increment primary key,
    room_id bigint unsigned not null,
    written_by bigint unsigned not null,
    written_at datetime(3) not null,
    text varchar(2000) not null,
    key chat_notes_room (room_id, id),
    constraint chat_notes_room foreign key (room_id) references chat_rooms (id) on delete cascade,
    constraint chat_notes_writer foreign key (written_by) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Answers that counsellors give often, each with the key that calls it.
create table chat_canned (
    shortcut varchar(20) not null primary key,
    text varchar(2000) not null,
    changed_by bigint unsigned not null,
    changed_at datetime(3) not null,
    constraint chat_canned_writer foreign key (changed_by) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- When a counsellor was last seen at work. Who is not seen for a minute gives their rooms back.
create table chat_counsellors (
    member_id bigint unsigned not null primary key,
    seen_at datetime(3) not null,
    key chat_counsellors_seen (seen_at),
    constraint chat_counsellors_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
