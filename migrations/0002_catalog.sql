-- What is sold.

create table products (
    id bigint unsigned not null auto_increment primary key,
    name_ko varchar(100) not null,
    name_en varchar(100) not null,
    maker_ko varchar(50) not null,
    maker_en varchar(50) not null,
    detail_ko varchar(2000) not null,
    detail_en varchar(2000) not null,
    price_won int unsigned not null,
    stock int unsigned not null,
    created_at datetime(3) not null,
    -- The list of the home page: newest first, and the number breaks ties.
    key products_newest (created_at, id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table product_pictures (
    product_id bigint unsigned not null,
    -- 1 is shown first.
    position tinyint unsigned not null,
    -- A name in the media folder; it holds the content's hash, so it never changes its meaning.
    file_name varchar(100) not null,
    primary key (product_id, position),
    constraint product_pictures_product foreign key (product_id) references products (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;
