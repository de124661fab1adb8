select id from products
where standing = ? and created_at >= ?
order by created_at desc, id desc
limit ? offset ?
