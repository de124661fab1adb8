-- Where orders go, the orders, what became of them, and the coupons spent on them.

create table addresses (
    id bigint unsigned not null auto_increment primary key,
    member_id bigint unsigned not null,
    recipient varchar(50) not null,
    -- Digits and dashes; whoever signed up gave none yet.
    phone varchar(20) character set ascii null,
    line varchar(200) not null,
    added_at datetime(3) not null,
    -- The one chosen last is the default.
    default_since datetime(3) null,
    key addresses_of_member (member_id, id),
    constraint addresses_member foreign key (member_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- The address that everybody gave when signing up becomes the first of their address book.
insert into addresses (member_id, recipient, line, added_at, default_since)
select id, name, address, signed_up_at, signed_up_at from members;

create table orders (
    id bigint unsigned not null auto_increment primary key,
    member_id bigint unsigned not null,
    -- Made by the browser, one for each press of the button: a repeated press is no second order.
    press_key binary(16) not null,
    -- The newest event's state. It is here for the lists' indexes and for the row's lock;
    -- order_events is what happened.
    state varchar(10) character set ascii not null,
    placed_at datetime(3) not null,
    -- Until when it must be paid.
    expires_at datetime(3) not null,
    goods_won int unsigned not null,
    discount_won int unsigned not null,
    delivery_won int unsigned not null,
    total_won int unsigned not null,
    coupon_id bigint unsigned null,
    -- A copy: the address book goes on changing.
    recipient varchar(50) not null,
    phone varchar(20) character set ascii null,
    address varchar(200) not null,
    unique key orders_one_each_press (member_id, press_key),
    key orders_of_member (member_id, placed_at, id),
    key orders_newest (placed_at, id),
    key orders_in_state (state, placed_at, id),
    key orders_to_expire (state, expires_at),
    constraint orders_member foreign key (member_id) references members (id),
    constraint orders_coupon foreign key (coupon_id) references coupons (id),
    constraint orders_discount_is_no_gift check (discount_won <= goods_won),
    constraint orders_add_up check (total_won + discount_won = goods_won + delivery_won)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table order_lines (
    order_id bigint unsigned not null,
    position smallint unsigned not null,
    -- No foreign key: its check would take a shared lock on the product's row before the stock's
    -- exclusive one, and two orders for one product would wait for each other.
    product_id bigint unsigned not null,
    -- What was bought, as it was called and priced on that day.
    name_ko varchar(100) not null,
    name_en varchar(100) not null,
    price_won int unsigned not null,
    count smallint unsigned not null,
    primary key (order_id, position),
    key order_lines_product (product_id, order_id),
    constraint order_lines_order foreign key (order_id) references orders (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- What happened to an order, when, and by whom. The primary key lets each thing happen once.
create table order_events (
    order_id bigint unsigned not null,
    state varchar(10) character set ascii not null,
    at datetime(3) not null,
    -- Null is the shop itself: an order that expired.
    actor_id bigint unsigned null,
    reason varchar(200) null,
    primary key (order_id, state),
    key order_events_at (state, at),
    constraint order_events_order foreign key (order_id) references orders (id),
    constraint order_events_actor foreign key (actor_id) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A coupon that an order has: reserved when it is placed, used when it is paid. The row goes when
-- the order is cancelled or expires, and the coupon is free again.
create table coupon_uses (
    coupon_id bigint unsigned not null primary key,
    order_id bigint unsigned not null,
    reserved_at datetime(3) not null,
    used_at datetime(3) null,
    unique key coupon_uses_one_an_order (order_id),
    key coupon_uses_used_at (used_at),
    constraint coupon_uses_coupon foreign key (coupon_id) references coupons (id),
    constraint coupon_uses_order foreign key (order_id) references orders (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Payments are simulated; each order has one at most.
create table payments (
    order_id bigint unsigned not null primary key,
    amount_won int unsigned not null,
    paid_at datetime(3) not null,
    refunded_at datetime(3) null,
    key payments_paid_at (paid_at),
    constraint payments_order foreign key (order_id) references orders (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table payment_refusals (
    id bigint unsigned not null auto_increment primary key,
    order_id bigint unsigned not null,
    refused_at datetime(3) not null,
    key payment_refusals_of_order (order_id, id),
    constraint payment_refusals_order foreign key (order_id) references orders (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
