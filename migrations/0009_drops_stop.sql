-- The emergency stop: while its row is there, no click of any drop gets a ticket.

create table drops_stop (
    -- One row at most.
    id tinyint unsigned not null primary key,
    stopped_at datetime(3) not null,
    stopped_by bigint unsigned not null,
    constraint drops_stop_is_one check (id = 1),
    constraint drops_stop_by foreign key (stopped_by) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
