-- Members who have left. What the law wants kept of their orders stays; the person goes.

-- The row of `members` stays as well, since orders, coupons and the record of owners refer to it, but it
-- names nobody: no name, no e-mail address, no password, no address.
create table member_departures (
    member_id bigint unsigned not null primary key,
    left_at datetime(3) not null,
    constraint member_departures_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
