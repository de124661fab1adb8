-- First-come coupon drops and the coupons they issued. These two tables are the truth; what
-- Redis knows of a line can be built again from them.

create table drops (
    id bigint unsigned not null auto_increment primary key,
    name varchar(80) not null,
    quota int unsigned not null,
    -- Raised in the transaction that inserts the coupons, with this row locked.
    issued int unsigned not null default 0,
    -- The highest ticket decided; a line built anew goes on from here.
    serving bigint unsigned not null default 0,
    opens_at datetime(3) not null,
    closes_at datetime(3) not null,
    -- Either a fixed discount in won, or a percentage with a cap in won.
    discount_won int unsigned null,
    discount_percent tinyint unsigned null,
    discount_cap_won int unsigned null,
    minimum_spend_won int unsigned not null,
    valid_days smallint unsigned not null,
    -- Coupons a second; null is as fast as the shop can.
    rate_per_s int unsigned null,
    created_at datetime(3) not null,
    created_by bigint unsigned not null,
    key drops_opens_at (opens_at),
    key drops_closes_at (closes_at),
    constraint drops_created_by foreign key (created_by) references members (id),
    -- The last guards: whatever the code does, these stay true.
    constraint drops_quota_is_kept check (issued <= quota),
    constraint drops_close_after_opening check (opens_at < closes_at),
    constraint drops_have_one_discount check (
        (discount_won is null) = (discount_percent is not null and discount_cap_won is not null)
    )
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table coupons (
    id bigint unsigned not null auto_increment primary key,
    drop_id bigint unsigned not null,
    member_id bigint unsigned not null,
    code char(14) character set ascii not null,
    -- The place in the line; null came through the door that is open while Redis is down.
    ticket bigint unsigned null,
    issued_at datetime(3) not null,
    expires_at datetime(3) not null,
    unique key coupons_one_each (drop_id, member_id),
    unique key coupons_code (code),
    key coupons_of_member (member_id, issued_at),
    constraint coupons_drop foreign key (drop_id) references drops (id),
    constraint coupons_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
