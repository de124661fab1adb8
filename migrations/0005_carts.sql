-- Carts and wishes.

create table carts (
    id bigint unsigned not null auto_increment primary key,
    -- One of the two: a member's cart, or a visitor's, known by a secret in a cookie.
    member_id bigint unsigned null,
    -- BLAKE3 of the secret: whoever reads this table cannot open the cart with it.
    visitor_hash binary(32) null,
    created_at datetime(3) not null,
    -- A visitor's cart that nobody touched for long is swept away.
    changed_at datetime(3) not null,
    unique key carts_of_member (member_id),
    unique key carts_of_visitor (visitor_hash),
    key carts_changed_at (changed_at),
    constraint carts_member foreign key (member_id) references members (id),
    constraint carts_have_one_owner check ((member_id is null) <> (visitor_hash is null))
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table cart_lines (
    cart_id bigint unsigned not null,
    product_id bigint unsigned not null,
    count smallint unsigned not null,
    -- The price that the shopper saw last; a line whose product costs something else says so.
    price_won int unsigned not null,
    added_at datetime(3) not null,
    -- Kept in the cart, but not for the next order.
    left_out_at datetime(3) null,
    primary key (cart_id, product_id),
    constraint cart_lines_cart foreign key (cart_id) references carts (id) on delete cascade,
    constraint cart_lines_product foreign key (product_id) references products (id),
    constraint cart_lines_count check (count between 1 and 99)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table wishes (
    member_id bigint unsigned not null,
    product_id bigint unsigned not null,
    wished_at datetime(3) not null,
    primary key (member_id, product_id),
    key wishes_newest (member_id, wished_at, product_id),
    constraint wishes_member foreign key (member_id) references members (id),
    constraint wishes_product foreign key (product_id) references products (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
