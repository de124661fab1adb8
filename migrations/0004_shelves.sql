-- The shelves of the catalogue, and what an owner does to a product.

create table categories (
    id smallint unsigned not null auto_increment primary key,
    -- In addresses: /?category=skin-care.
    slug varchar(40) character set ascii not null,
    name_ko varchar(50) not null,
    name_en varchar(50) not null,
    -- The order of the menu.
    position smallint unsigned not null,
    unique key categories_slug (slug)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

alter table products
    add column category_id smallint unsigned null,
    -- Pieces in orders that stand. Raised and lowered by the statement that moves the stock.
    add column sold int unsigned not null default 0,
    -- Raised by every edit: who saves an older one is told, and overwrites nothing.
    add column version int unsigned not null default 1,
    -- Set by whatever changes what a list shows; every server's search follows it.
    add column changed_at datetime(3) null,
    -- Taken out of the shop. Orders keep what was bought.
    add column withdrawn_at datetime(3) null,
    add column withdrawn_by bigint unsigned null,
    add column created_by bigint unsigned null,
    add key products_changed_at (changed_at, id),
    add key products_category (category_id, created_at, id),
    add key products_created_by (created_by, created_at, id),
    add constraint products_category_id foreign key (category_id) references categories (id),
    add constraint products_created_by_member foreign key (created_by) references members (id),
    add constraint products_withdrawn_by_member foreign key (withdrawn_by) references members (id);
