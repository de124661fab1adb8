-- Wrong passwords, counted over a time: of an account from one network, and of a network.

create table log_in_tries (
    -- A keyed hash: neither an e-mail address that somebody mistyped nor an address of the net stands here.
    who binary(32) not null primary key,
    tries int unsigned not null,
    since datetime(3) not null,
    key log_in_tries_since (since)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
