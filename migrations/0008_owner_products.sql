-- What the owner's list of products asks for, and which uploaded pictures are kept.

alter table products
    -- 0 on sale, 1 sold out, 2 withdrawn: one number, so that one index gives each list in order.
    add column standing tinyint unsigned
        generated always as (if(withdrawn_at is not null, 2, if(stock = 0, 1, 0))) stored,
    add key products_standing (standing, created_at, id),
    add key products_name_ko (name_ko),
    add key products_name_en (name_en);

-- A row for each uploaded picture that is kept, whichever products show it. Whoever writes or
-- removes a picture's files holds its row's lock meanwhile: nobody removes what another has just
-- begun to show.
create table pictures (
    -- Its content's hash; `product_pictures.file_name` of the products that show it.
    name varchar(100) character set ascii not null primary key,
    kept_at datetime(3) not null,
    kept_by bigint unsigned not null,
    constraint pictures_kept_by foreign key (kept_by) references members (id)
) engine = innodb default charset = utf8mb4 collate = utf8mb4_unicode_ci;

alter table product_pictures
    add key product_pictures_file_name (file_name);
