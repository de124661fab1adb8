select p.id
from (select id from products where name_ko like ?
      union
      select id from products where name_en like ?) named
join products p on p.id = named.id
where p.created_at >= ? and (? is null or p.standing = ?)
order by p.created_at desc, p.id desc
limit ? offset ?
